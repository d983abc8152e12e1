using Seaworthy.Model.Source;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>Corrects the parser's marks: a node begins after its tag and anchor, and a block scalar ends with its last line.</summary>
internal static class YamlPlaces
{
    /// <summary>Where the node itself begins, after <c>!tag</c> and <c>&amp;anchor</c>.</summary>
    public static int SkipProperties(string text, int start, int end, NodeEvent node)
    {
        if (node.Anchor.IsEmpty && node.Tag.IsEmpty)
        {
            return start;
        }

        var at = start;
        while (at < end && text[at] is '!' or '&')
        {
            while (at < end && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            at = SkipBlanks(text, at, end);
        }

        return Math.Min(at, end);
    }

    public static int EndOfScalar(string text, int start, int end, ScalarStyle style)
    {
        if (style is ScalarStyle.Literal or ScalarStyle.Folded or ScalarStyle.Plain)
        {
            while (end > start && char.IsWhiteSpace(text[end - 1]))
            {
                end--;
            }
        }

        return Math.Max(start, end);
    }

    public static SourceSpan RestOfLine(SourceFile file, int start)
    {
        start = Math.Clamp(start, 0, file.Text.Length);
        var length = file.Text.AsSpan(start).IndexOfAny('\r', '\n');
        return new SourceSpan(file, start, length < 0 ? file.Text.Length - start : length);
    }

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == '#'))
        {
            // A comment may stand between a tag and its collection.
            at = text[at] == '#' && text.IndexOf('\n', at, end - at) is var found ? (found < 0 ? end : found) : at + 1;
        }

        return at;
    }
}
