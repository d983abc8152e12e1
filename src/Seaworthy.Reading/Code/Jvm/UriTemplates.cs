using System.Text;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Code.Jvm;

/// <summary>Addresses with variables in braces: <c>http://orders/orders/{id}</c>. What fills them is not followed.</summary>
/// <remarks>Source: RFC 6570, "URI Template".</remarks>
internal static class UriTemplates
{
    /// <summary>The value, with every variable of a template as an unknown part.</summary>
    public static CodeValue Of(CodeValue value) =>
        value switch
        {
            CodeValue.Literal literal => literal with { Text = Holes(literal.Text) },
            CodeValue.Concatenation all => all with { Parts = [.. all.Parts.Select(Of)] },
            CodeValue.Environment { Default: { } fallback } read => read with { Default = Of(fallback) },
            _ => value,
        };

    private static string Holes(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end < 0)
            {
                plain.Append(text[at++]);
                continue;
            }

            // "{?page}" and "{&sort}" belong to the query.
            plain.Append(text[at + 1] is '?' or '&' ? "" : "{}");
            at = end + 1;
        }

        return plain.ToString();
    }
}
