using System.Globalization;
using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>The text between quotes of Go.</summary>
/// <remarks>Go specification, "String literals"; package strconv, Unquote and Quote.</remarks>
internal static class GoQuoted
{
    /// <summary>What an interpreted literal means; null when it is none.</summary>
    public static string? Value(ReadOnlySpan<char> inner)
    {
        if (inner.IndexOf('\\') < 0)
        {
            return inner.ToString();
        }

        StringBuilder value = new(inner.Length);
        for (var at = 0; at < inner.Length; at++)
        {
            if (inner[at] != '\\')
            {
                value.Append(inner[at]);
                continue;
            }

            if (++at >= inner.Length || !Escape(inner, ref at, value))
            {
                return null;
            }
        }

        return value.ToString();
    }

    private static bool Escape(ReadOnlySpan<char> inner, ref int at, StringBuilder value)
    {
        var simple = inner[at] switch
        {
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            '\\' or '\'' or '"' => inner[at],
            _ => '\0',
        };
        if (simple != '\0')
        {
            value.Append(simple);
            return true;
        }

        var (digits, isOctal) = inner[at] switch
        {
            'x' => (2, false),
            'u' => (4, false),
            'U' => (8, false),
            >= '0' and <= '7' => (3, true),
            _ => (0, false),
        };
        var from = isOctal ? at : at + 1;
        if (digits == 0 || from + digits > inner.Length)
        {
            return false;
        }

        at = from + digits - 1;
        return Append(inner.Slice(from, digits), isOctal, value);
    }

    private static bool Append(ReadOnlySpan<char> digits, bool isOctal, StringBuilder value)
    {
        var code = 0;
        if (isOctal)
        {
            foreach (var digit in digits)
            {
                code = digit is >= '0' and <= '7' ? (code * 8) + digit - '0' : int.MaxValue / 16;
            }
        }
        else if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code))
        {
            return false;
        }

        if (!Rune.IsValid(code))
        {
            return false;
        }

        value.Append(new Rune(code).ToString());
        return true;
    }

    /// <summary>As <c>%q</c> writes it.</summary>
    public static string Quote(string text)
    {
        StringBuilder quoted = new(text.Length + 2);
        quoted.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.Value switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\a' => "\\a",
                    '\b' => "\\b",
                    '\f' => "\\f",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    '\v' => "\\v",
                    _ => Printed(rune),
                }
            );
        }

        return quoted.Append('"').ToString();
    }

    private static string Printed(Rune rune)
    {
        var isPrinted =
            rune.Value == ' '
            || Rune.GetUnicodeCategory(rune)
                is not (
                    UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.PrivateUse
                    or UnicodeCategory.OtherNotAssigned
                    or UnicodeCategory.SpaceSeparator
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                );
        return isPrinted ? rune.ToString()
            : rune.Value < 0x80 ? $"\\x{rune.Value:x2}"
            : rune.Value < 0x10000 ? $"\\u{rune.Value:x4}"
            : $"\\U{rune.Value:x8}";
    }
}
