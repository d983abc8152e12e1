using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Items of a list that stand deeper than the list: a plain text goes on over every deeper line, so that they are the end of the item before.</summary>
/// <remarks>Source: YAML 1.2, section 7.3.3 (plain style over several lines, line folding).</remarks>
internal static class FoldedItems
{
    private const int LongestName = 40;

    /// <param name="list">Where the list begins; columns mean nothing in a list within brackets.</param>
    public static IEnumerable<Problem> In(Node item, int list)
    {
        var text = item.Span.File.Text;
        if (item is not ScalarNode { IsQuoted: false, IsNull: false } scalar || list >= text.Length || text[list] != '-')
        {
            yield break;
        }

        List<SourceSpan> lines = [.. Lines(scalar.Span).Skip(1).Where(IsItem)];
        if (lines.Count > 0)
        {
            var names = string.Join(", ", lines.Select(Name));
            yield return new Problem(
                ProblemKind.FoldedItem,
                lines.Count == 1 ? $"'{names}' is indented deeper than its list" : $"'{names}' are indented deeper than their list",
                lines[0],
                Lines(scalar.Span).First()
            );
        }
    }

    /// <summary>A sign, a blank and a word: nobody begins a line of running text so.</summary>
    private static bool IsItem(SourceSpan line) =>
        line.Text is ['-', ' ', not (' ' or '|' or '>' or '<'), ..] and not ['-', ' ', '-', ' ', ..];

    /// <summary>The word that tells the item; never what is behind the sign, which may be a secret.</summary>
    private static string Name(SourceSpan line)
    {
        var text = line.Text[2..].Trim();
        var end = text.IndexOfAny(['=', ' ', ':']);
        var name = end > 0 ? text[..end] : text;
        return name.Length > LongestName ? name[..LongestName] + "…" : name;
    }

    private static IEnumerable<SourceSpan> Lines(SourceSpan span)
    {
        for (var at = span.Start; at < span.End; )
        {
            var end = span.File.Text.IndexOf('\n', at, span.End - at) is >= 0 and var found ? found : span.End;
            var (first, last) = (at, end);
            while (first < last && char.IsWhiteSpace(span.File.Text[first]))
            {
                first++;
            }

            while (last > first && char.IsWhiteSpace(span.File.Text[last - 1]))
            {
                last--;
            }

            yield return new SourceSpan(span.File, first, last - first);
            at = end + 1;
        }
    }
}
