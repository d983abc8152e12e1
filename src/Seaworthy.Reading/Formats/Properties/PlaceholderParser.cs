using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Properties;

/// <summary>Placeholders of the JVM's frameworks: <c>${name}</c>, <c>${name:default}</c>, defaults with placeholders of their own.</summary>
/// <remarks>Source: Spring Framework, <c>PropertyPlaceholderHelper</c>; MicroProfile Config, "Property Expressions". The default stands for an unset name only, never for an empty one.</remarks>
internal static class PlaceholderParser
{
    private const int DeepestLevel = 8;

    public static Template Parse(string text, SourceSpan span)
    {
        // Where escapes or a folded value moved the text, only the whole value's place is known.
        var offset = text.Length > 0 ? span.Text.IndexOf(text, StringComparison.Ordinal) : -1;
        return Parse(text, span, offset < 0 ? -1 : span.Start + offset, 0);
    }

    private static Template Parse(string text, SourceSpan span, int start, int depth)
    {
        List<TemplatePart> parts = [];
        var literal = 0;
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at, StringComparison.Ordinal))
        {
            var end = depth < DeepestLevel ? Closing(text, at + 2) : -1;
            if (end < 0)
            {
                break;
            }

            if (at > literal)
            {
                parts.Add(new TemplatePart(text[literal..at]));
            }

            parts.Add(Hole(text, at, end, span, start, depth));
            literal = at = end + 1;
        }

        if (literal < text.Length || parts.Count == 0)
        {
            parts.Add(new TemplatePart(text[literal..]));
        }

        return new Template(text, parts, start < 0 ? span : new SourceSpan(span.File, start, text.Length));
    }

    private static TemplatePart Hole(string text, int at, int end, SourceSpan span, int start, int depth)
    {
        var inside = text[(at + 2)..end];
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? inside : inside[..colon]).Trim();
        SourceSpan? place = start < 0 ? null : new SourceSpan(span.File, start + at, end + 1 - at);
        var word = colon < 0 ? null : Parse(inside[(colon + 1)..], span, start < 0 ? -1 : start + at + 3 + colon, depth + 1);
        return new TemplatePart(text[at..(end + 1)], name, word is null ? null : "-", word) { Span = place };
    }

    private static int Closing(string text, int from)
    {
        var depth = 0;
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '}' && depth-- == 0)
            {
                return at;
            }

            if (text[at] == '{')
            {
                depth++;
            }
        }

        return -1;
    }
}
