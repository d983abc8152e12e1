using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers;
using Seaworthy.Reading.Readers.Compose;
using Xunit;

namespace Seaworthy.Tests.Reading.Readers.Compose;

/// <summary>Compose files for tests, from their text.</summary>
internal static class ComposeText
{
    public static ComposeFile Read(string text, string path = "compose.yaml") =>
        Assert.IsType<ComposeFile>(new ComposeReader().Read(new FileSyntax(new SourceFile(path, text))));

    /// <summary>The only service of a file that holds this body, indented by four.</summary>
    public static ComposeService Service(string body) => Assert.Single(Read($"services:\n  web:\n{Indent(body)}").Services);

    public static IReadOnlyList<Problem> ProblemsOf(string body) => Read($"services:\n  web:\n    image: x\n{Indent(body)}").Problems;

    private static string Indent(string body) => string.Join('\n', body.Split('\n').Select(line => "    " + line));
}
