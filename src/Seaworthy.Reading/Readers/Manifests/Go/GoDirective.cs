using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;

namespace Seaworthy.Reading.Readers.Manifests.Go;

/// <summary>A directive of go.mod or go.work: a verb and its words, whether written on a line of its own or inside a block.</summary>
internal sealed record GoDirective(string Verb, IReadOnlyList<string> Words, string? Comment, SourceSpan Span)
{
    /// <summary>The first word with its directive's place.</summary>
    public Fact<string>? First => Words is [var word, ..] ? new Fact<string>(word, Span) : null;

    /// <summary><c>replace old [version] =&gt; new [version]</c>.</summary>
    public GoReplacement? Replacement =>
        (Verb, Words) switch
        {
            ("replace", [var old, "=>", var target, ..]) => new GoReplacement(old, null, target, Words.ElementAtOrDefault(3), Span),
            ("replace", [var old, var version, "=>", var target, ..]) => new GoReplacement(
                old,
                version,
                target,
                Words.ElementAtOrDefault(4),
                Span
            ),
            _ => null,
        };

    public static IReadOnlyList<GoDirective> Of(SourceFile file)
    {
        List<GoDirective> directives = [];
        string? block = null;
        foreach (var line in SourceLine.Of(file))
        {
            var slashes = line.Text.IndexOf("//", StringComparison.Ordinal);
            var comment = slashes < 0 ? null : line.Text[(slashes + 2)..];
            if (line.FactOf(0, slashes < 0 ? line.Text.Length : slashes) is not { } code)
            {
                continue;
            }

            var words = code.Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case [")"]:
                    block = null;
                    break;
                case [var verb, "("] when block is null:
                    block = verb;
                    break;
                default:
                    directives.Add(
                        new GoDirective(block ?? words[0], [.. words.Skip(block is null ? 1 : 0).Select(Unquote)], comment, code.Span)
                    );
                    break;
            }
        }

        return directives;
    }

    private static string Unquote(string word) => word is ['"' or '`', .., '"' or '`'] ? word[1..^1] : word;
}
