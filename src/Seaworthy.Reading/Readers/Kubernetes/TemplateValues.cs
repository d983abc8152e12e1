using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>The values that a Helm template takes: every <c>.Values.a.b</c> in it.</summary>
/// <remarks>Helm documentation, "Values Files". Names with a dash are reached by <c>index</c> and are not seen here.</remarks>
internal static partial class TemplateValues
{
    private const string Mark = ".Values.";

    private static readonly HashSet<string> GuardWords = new(StringComparer.Ordinal)
    {
        "if",
        "with",
        "range",
        "default",
        "coalesce",
        "required",
        "hasKey",
        "empty",
        "dig",
        "ternary",
        "or",
        "and",
        "not",
        "include",
        "tpl",
        "eq",
        "ne",
        "kindIs",
    };

    public static IReadOnlyList<Fact<string>> Uses(SourceFile file)
    {
        List<Fact<string>> uses = [];
        var text = file.Text;
        for (
            var at = text.IndexOf(Mark, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Mark, at + Mark.Length, StringComparison.Ordinal)
        )
        {
            var start = at + Mark.Length;
            var end = start;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.'))
            {
                end++;
            }

            var path = text[start..end].TrimEnd('.');
            if (path.Length > 0)
            {
                uses.Add(new Fact<string>(path, new SourceSpan(file, at, Mark.Length + path.Length)));
            }
        }

        return uses;
    }

    /// <summary>The values that are in an action which asks whether they are there, or has something for the case that they are not.</summary>
    public static IReadOnlySet<string> Guards(SourceFile file) =>
        Uses(file)
            .Where(use => IsGuarded(Action(file.Text, use.Span.Start)))
            .Select(use => use.Value)
            .Concat(
                AskedKey()
                    .Matches(file.Text)
                    .Select(asked =>
                        asked.Groups["map"].Value is { Length: > 0 } map
                            ? $"{map[1..]}.{asked.Groups["key"].Value}"
                            : asked.Groups["key"].Value
                    )
            )
            .ToHashSet(StringComparer.Ordinal);

    /// <summary><c>hasKey .Values.pod "name"</c>: the key has no path of its own.</summary>
    [GeneratedRegex("hasKey\\s+\\.Values(?<map>[.\\w]*)\\s+\"(?<key>\\w+)\"", RegexOptions.None, 1000)]
    private static partial Regex AskedKey();

    /// <summary>The action around a place, without its braces.</summary>
    private static string Action(string text, int at)
    {
        var start = text.LastIndexOf("{{", at, StringComparison.Ordinal);
        var end = text.IndexOf("}}", at, StringComparison.Ordinal);
        return start < 0 || end < 0 ? "" : text[(start + 2)..end].TrimStart('-').Trim().TrimEnd('-');
    }

    private static bool IsGuarded(string action)
    {
        var words = action.Split([' ', '(', ')', '|', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(words, word => GuardWords.Contains(word));
    }
}
