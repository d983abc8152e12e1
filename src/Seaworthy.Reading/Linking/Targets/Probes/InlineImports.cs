using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Targets.Probes;

/// <summary>The modules that a program written into a command imports: <c>python -c "import requests; …"</c>.</summary>
internal static class InlineImports
{
    public static IEnumerable<Fact<string>> Of(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        if (!IsPython(line.Program) || line.Arguments.SkipWhile(word => word.Literal != "-c").Skip(1).FirstOrDefault() is not { } word)
        {
            return [];
        }

        var text = string.Concat(word.Parts.Select(part => part.Kind == ShellPartKind.Literal ? part.Text : "0"));
        // What is tried may fail.
        return text.Contains("try:", StringComparison.Ordinal)
            ? []
            : text.Split([';', '\n'])
                .SelectMany(statement => Modules(statement.Trim()))
                .Distinct(StringComparer.Ordinal)
                .Select(module => new Fact<string>(module, word.Span));
    }

    private static bool IsPython(string program) =>
        program.StartsWith("python", StringComparison.Ordinal)
        && program.Skip("python".Length).All(letter => char.IsAsciiDigit(letter) || letter == '.');

    private static IEnumerable<string> Modules(string statement) =>
        statement.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["import", .. var names] => string.Join(' ', names).Split(',').Select(name => Root(name.Trim().Split(' ')[0])),
            ["from", ['.', ..], ..] => [],
            ["from", var module, "import", ..] => [Root(module)],
            _ => [],
        };

    private static string Root(string module) => module.Split('.')[0];
}
