using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>A word of a Caddyfile with <c>{$NAME:default}</c> and <c>{placeholder}</c> in it.</summary>
internal static class CaddyTemplate
{
    public static Template Of(Fact<string> word)
    {
        List<TemplatePart> parts = [];
        var text = word.Value;
        var copied = 0;
        while (text.IndexOf('{', copied) is >= 0 and var open && text.IndexOf('}', open) is > 0 and var close)
        {
            if (open > copied)
            {
                parts.Add(new TemplatePart(text[copied..open]));
            }

            parts.Add(Hole(text[open..(close + 1)], word.Span));
            copied = close + 1;
        }

        if (copied < text.Length || parts.Count == 0)
        {
            parts.Add(new TemplatePart(text[copied..]));
        }

        return new Template(text, parts, word.Span);
    }

    private static TemplatePart Hole(string hole, SourceSpan span)
    {
        var content = hole.Trim('{', '}', '$');
        var colon = hole.StartsWith("{$", StringComparison.Ordinal) ? content.IndexOf(':', StringComparison.Ordinal) : -1;
        return colon < 0
            ? new TemplatePart(hole, content)
            : new TemplatePart(hole, content[..colon], ":-", Template.Of(content[(colon + 1)..], span));
    }
}
