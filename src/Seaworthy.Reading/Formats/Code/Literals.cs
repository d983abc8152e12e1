using System.Globalization;
using System.Text;
using Seaworthy.Model.Declared.Code;

namespace Seaworthy.Reading.Formats.Code;

/// <summary>The values of string and number tokens: quotes and prefixes taken off, escapes undone, digit separators and type suffixes left out.</summary>
internal static class Literals
{
    public static string Value(TokenTrees trees, int token)
    {
        var text = trees.Text(token);
        var start = 0;
        while (start < text.Length && text[start] is not ('"' or '\'' or '`'))
        {
            start++;
        }

        if (start >= text.Length)
        {
            return trees.Language is Language.Ruby or Language.Elixir ? text.TrimStart(':') : text;
        }

        var prefix = text.AsSpan(0, start);
        var quotes = QuotesAt(trees, text, start);
        var hashes = trees.Language == Language.Rust ? prefix.Count('#') : 0;
        var end = Math.Max(start + quotes, text.Length - quotes - hashes);
        var content = text[(start + quotes)..end];
        if (prefix.Contains('@'))
        {
            return content.Replace("\"\"", "\"", StringComparison.Ordinal);
        }

        if (trees.Language is Language.Php or Language.Ruby && text[start] == '\'')
        {
            // A class is named in such a text: 'App\Http\next' has no line break.
            return content.Replace("\\'", "'", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
        }

        var isRaw =
            prefix.ContainsAny('r', 'R') || text[start] == '`' || (trees.Language is Language.CSharp or Language.Kotlin && quotes > 1);
        return isRaw ? content : Unescape(content);
    }

    /// <summary>The literal text between the holes of a string.</summary>
    public static string Text(TokenTrees trees, int token)
    {
        var opening = trees.Chars(Math.Max(0, trees.Parent(token)));
        var text = trees.Text(token);
        var isRaw = opening.ContainsAny('r', 'R', '@') || (trees.Language is Language.CSharp or Language.Kotlin && opening.Count('"') > 1);
        text = isRaw ? text : Unescape(text);
        return trees.Language is Language.Python or Language.CSharp
            ? text.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)
            : text;
    }

    public static string Number(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        var end = plain.Length;
        if (!plain.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            end = 0;
            while (
                end < plain.Length
                && (
                    char.IsAsciiDigit(plain[end])
                    || plain[end] == '.'
                    || (plain[end] is 'e' or 'E' && end + 1 < plain.Length && char.IsAsciiDigit(plain[end + 1]))
                )
            )
            {
                end++;
            }
        }

        return end > 0 ? plain[..end] : plain;
    }

    private static int QuotesAt(TokenTrees trees, string text, int start)
    {
        if (
            trees.Language
                is not (Language.Python or Language.CSharp or Language.Java or Language.Kotlin or Language.Dart or Language.Elixir)
            || text.Length < start + 6
            || text[start + 1] != text[start]
            || text[start + 2] != text[start]
        )
        {
            return 1;
        }

        var quotes = 3;
        while (trees.Language == Language.CSharp && start + quotes < text.Length / 2 && text[start + quotes] == text[start])
        {
            quotes++;
        }

        return quotes;
    }

    private static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 >= text.Length)
            {
                result.Append(text[at]);
                continue;
            }

            at++;
            switch (text[at])
            {
                case 'n':
                    result.Append('\n');
                    break;
                case 't':
                    result.Append('\t');
                    break;
                case 'r':
                    result.Append('\r');
                    break;
                case '0':
                    result.Append('\0');
                    break;
                case '\n':
                    break;
                case 'u' or 'x':
                    at += AppendCodePoint(result, text, at);
                    break;
                default:
                    result.Append(text[at]);
                    break;
            }
        }

        return result.ToString();
    }

    private static int AppendCodePoint(StringBuilder result, string text, int at)
    {
        var digits = text[at] == 'x' ? 2 : 4;
        if (
            at + digits < text.Length
            && int.TryParse(text.AsSpan(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        )
        {
            result.Append((char)code);
            return digits;
        }

        result.Append(text[at]);
        return 0;
    }
}
