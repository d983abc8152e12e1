using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;

namespace Seaworthy.Tests.Reading.Formats.Shell;

/// <summary>Short ways to read a script and to say what was read.</summary>
internal static class ShellText
{
    public static ShellSyntax Read(string text) => ShellParser.Read(MappedText.Of(new SourceFile("run.sh", text)));

    public static IReadOnlyList<ShellCommand> Parse(string text) => Read(text).Commands;

    public static ShellCommand One(string text) => Parse(text)[0];

    /// <summary>Words joined by a bar; a computed one as written.</summary>
    public static string Show(this ShellCommand command) => string.Join('|', command.Words.Select(word => word.Literal ?? word.Raw));

    public static string[] ShowAll(string text) => [.. Parse(text).Select(Show)];
}
