using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>The commands of a step of Cloud Build: the arguments of its builder's program, of its entry point, or a script.</summary>
/// <remarks>Source: Google Cloud, "Build configuration file schema" and "Substituting variable values": <c>$$</c> is a dollar sign.</remarks>
internal static class CloudBuildCommands
{
    public static IReadOnlyList<ShellCommand> Of(Node step)
    {
        var commands =
            step["script"] is ScalarNode { IsNull: false } script ? OfScript(script)
            : Arguments(step) is { Count: > 0 } arguments && Program(step) is { } program ? OfArguments(program, arguments)
            : [];
        return [.. CommandDirectory.Below(step["dir"]?.Text, commands)];
    }

    private static IReadOnlyList<ScalarNode> Arguments(Node step) =>
        step["args"] is ScalarNode { IsNull: false } only ? [only] : [.. (step["args"]?.Items ?? []).OfType<ScalarNode>()];

    /// <summary>A builder of Google's is named after the program that it runs; the program of another builder is unknown.</summary>
    private static ScalarNode? Program(Node step) =>
        step["entrypoint"] is ScalarNode { IsNull: false } entry ? entry
        : step["name"] is ScalarNode { IsNull: false } name && name.Value.Contains("/cloud-builders/", StringComparison.Ordinal) ? name
        : null;

    private static IReadOnlyList<ShellCommand> OfScript(ScalarNode script) =>
        Shebang.Of(script.Value) is { IsOfShell: false } ? [] : ShellParser.Parse(script.Mapped);

    private static IReadOnlyList<ShellCommand> OfArguments(ScalarNode program, IReadOnlyList<ScalarNode> arguments)
    {
        var name = NameOf(program.Value);
        if (name is "bash" or "sh")
        {
            return arguments is [{ Value: ['-', ..] and var option }, var text] && option.EndsWith('c')
                ? ShellParser.Parse(text.Mapped, stopsOnError: option.Contains('e', StringComparison.Ordinal))
                : [];
        }

        List<ShellWord> words =
        [
            new ShellWord(name, [new ShellPart(ShellPartKind.Literal, name)], program.Span) { Literal = name },
            .. arguments.Select(Word),
        ];
        return [new ShellCommand(words, arguments[0].Span.To(arguments[^1].Span))];
    }

    private static string NameOf(string program)
    {
        var name = program[(program.LastIndexOf('/') + 1)..];
        return name.IndexOf(':', StringComparison.Ordinal) is > 0 and var tag ? name[..tag] : name;
    }

    private static ShellWord Word(ScalarNode scalar)
    {
        List<ShellPart> parts = [];
        var text = scalar.Value;
        for (var at = 0; at < text.Length; )
        {
            var dollar = text.AsSpan(at).IndexOf('$') is var found and >= 0 ? at + found : text.Length;
            if (dollar > at)
            {
                parts.Add(new ShellPart(ShellPartKind.Literal, text[at..dollar]));
            }

            at = dollar < text.Length ? Substitution(text, dollar, parts) : dollar;
        }

        var isLiteral = parts.TrueForAll(part => part.Kind == ShellPartKind.Literal);
        return new ShellWord(text, parts, scalar.Span) { Literal = isLiteral ? string.Concat(parts.Select(part => part.Text)) : null };
    }

    /// <summary>Adds what a dollar sign begins, and tells where it ends.</summary>
    private static int Substitution(string text, int dollar, List<ShellPart> parts)
    {
        var rest = text.AsSpan(dollar + 1);
        if (rest is ['$', ..])
        {
            parts.Add(new ShellPart(ShellPartKind.Literal, "$"));
            return dollar + 2;
        }

        if (rest is ['{', ..] && rest.IndexOf('}') is > 0 and var close)
        {
            parts.Add(new ShellPart(ShellPartKind.Variable, rest[1..close].ToString()));
            return dollar + close + 2;
        }

        var length = rest.IndexOfAnyExcept(ShellName.Letters) is var end and >= 0 ? end : rest.Length;
        parts.Add(
            length == 0 ? new ShellPart(ShellPartKind.Literal, "$") : new ShellPart(ShellPartKind.Variable, rest[..length].ToString())
        );
        return dollar + 1 + length;
    }
}
