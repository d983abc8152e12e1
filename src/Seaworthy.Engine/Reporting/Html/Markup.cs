using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>
/// Markup, written as <c>$"&lt;p&gt;{text}&lt;/p&gt;"</c>. What stands in the braces may come from the audited repository, and that may be hostile: secrets in it are masked, control characters made
/// harmless, and every character that means something to HTML is escaped, so that it can stand between tags and in quoted attributes. Only markup goes into markup as it is.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markup
{
    private readonly StringBuilder text;

    public Markup(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 32));

    public static Markup Nothing => $"";

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(string? value) => Escape(Quote.Text(value ?? ""));

    public void AppendFormatted(Masked value) => Escape(value.Text);

    public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(Markup? value) => text.Append(value?.text);

    public void AppendFormatted(IEnumerable<Markup> values)
    {
        foreach (var value in values)
        {
            text.Append(value.text);
        }
    }

    public override string ToString() => text.ToString();

    private void Escape(string value)
    {
        var rest = value.AsSpan();
        for (var at = rest.IndexOfAny("&<>\"'"); at >= 0; at = rest.IndexOfAny("&<>\"'"))
        {
            text.Append(rest[..at])
                .Append(
                    rest[at] switch
                    {
                        '&' => "&amp;",
                        '<' => "&lt;",
                        '>' => "&gt;",
                        '"' => "&quot;",
                        _ => "&#39;",
                    }
                );
            rest = rest[(at + 1)..];
        }

        text.Append(rest);
    }
}
