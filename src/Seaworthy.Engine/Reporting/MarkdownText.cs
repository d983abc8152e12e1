using System.Globalization;
using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>Text in Markdown that is neither markup nor a script, whatever it quotes.</summary>
internal static class MarkdownText
{
    public static string Place(SourceSpan span) => Code(Inert.Of(span.ToString()));

    public static string Count(int count, string noun) =>
        count == 1 ? $"1 {noun}" : $"{count.ToString(CultureInfo.InvariantCulture)} {noun}s";

    public static string FilesThatSay(int count) => $"{Count(count, "file")} that {(count == 1 ? "says" : "say")}";

    // A code span ends at a run of as many backticks as it began with: take one more than the longest inside.
    public static string Code(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', longest + 1);
        return longest == 0 ? $"`{text}`" : $"{fence} {text} {fence}";
    }

    /// <summary>A sentence of a rule, in which code stands between backticks. Masked as a whole: a secret may stand on both sides of one.</summary>
    public static string Prose(string text)
    {
        var parts = Quote.Text(text).Split('`');
        StringBuilder prose = new();
        foreach (var (index, part) in parts.Index())
        {
            // The last of an even number was never closed; nothing between two is no code.
            var isCode = index % 2 == 1 && index < parts.Length - 1;
            var next =
                isCode && part.Length > 0 ? Code(part)
                : isCode ? "\\`\\`"
                : Escaped((index % 2 == 1 ? "`" : "") + part);
            // Two runs of backticks that touch would be one.
            var apart = next is ['`', ..] && prose.Length > 0 && prose[^1] == '`' ? " " : "";
            prose.Append(apart).Append(next);
        }

        return prose.ToString();
    }

    public static string Escape(string text) => Escaped(Quote.Text(text));

    private static string Escaped(string text)
    {
        StringBuilder escaped = new();
        for (var from = 0; from < text.Length; )
        {
            var (start, length) = DeadText.Next(text, from);
            Escape(text.AsSpan(from, start - from), escaped);
            if (length > 0)
            {
                escaped.Append(Code(text.Substring(start, length)));
            }

            from = start + length;
        }

        return escaped.ToString();
    }

    // Everything that Markdown or HTML could take for its own.
    private static void Escape(ReadOnlySpan<char> text, StringBuilder escaped)
    {
        foreach (var character in text)
        {
            escaped.Append(
                character switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '#' or '~' or '!' => "\\" + character,
                    _ => character.ToString(),
                }
            );
        }
    }
}
