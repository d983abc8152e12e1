using System.Globalization;
using System.Text;
using Seaworthy.Reading.Formats.GoTemplate.Syntax;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary><c>fmt.Sprintf</c>.</summary>
/// <remarks>Go standard library, package fmt, "Printing": verbs, flags, and the words for what does not fit.</remarks>
internal sealed class GoPrintf(string format, IReadOnlyList<object?> values)
{
    private const int WidthLimit = 100_000;

    private readonly StringBuilder text = new();
    private int next;

    public static string Format(string format, IReadOnlyList<object?> values) => new GoPrintf(format, values).Run();

    private string Run()
    {
        for (var at = 0; at < format.Length; )
        {
            var percent = format.IndexOf('%', at);
            var end = percent < 0 ? format.Length : percent;
            text.Append(format, at, end - at);
            at = percent < 0 ? end : Verb(end + 1);
        }

        if (next < values.Count)
        {
            var extra = values.Skip(next).Select(value => value is null ? "<nil>" : $"{GoKinds.Type(value)}={GoPrint.Text(value)}");
            text.Append("%!(EXTRA ").AppendJoin(", ", extra).Append(')');
        }

        return text.ToString();
    }

    private int Verb(int at)
    {
        GoPrintfFlags flags = new();
        for (; at < format.Length && format[at] is '+' or '-' or '#' or ' ' or '0'; at++)
        {
            flags.Set(format[at]);
        }

        at = Number(at, out var width);
        var precision = -1;
        if (at < format.Length && format[at] == '.')
        {
            at = Number(at + 1, out precision);
            precision = Math.Max(precision, 0);
        }

        if (at >= format.Length)
        {
            text.Append("%!(NOVERB)");
            return at;
        }

        flags.Width = width;
        flags.Precision = precision;
        var verb = format[at++];
        if (verb == '%')
        {
            text.Append('%');
        }
        else if (next >= values.Count)
        {
            text.Append("%!").Append(verb).Append("(MISSING)");
        }
        else
        {
            text.Append(Written(verb, values[next++], flags));
        }

        return at;
    }

    private int Number(int at, out int number)
    {
        number = -1;
        if (at < format.Length && format[at] == '*')
        {
            number = next < values.Count && values[next] is nint given ? (int)Math.Min(given, WidthLimit) : -1;
            next++;
            return at + 1;
        }

        for (; at < format.Length && char.IsAsciiDigit(format[at]); at++)
        {
            number = Math.Min(WidthLimit, (Math.Max(number, 0) * 10) + format[at] - '0');
        }

        return at;
    }

    private static string Written(char verb, object? value, GoPrintfFlags flags)
    {
        if (verb == 'T')
        {
            return flags.Pad(value is null ? "<nil>" : GoKinds.Type(value));
        }

        if (value is GoList list && verb is not ('v' or 'p'))
        {
            return "[" + string.Join(' ', list.Items.Select(item => Written(verb, item, flags))) + "]";
        }

        if (value is GoMap map && verb is not ('v' or 'p'))
        {
            return "map[" + string.Join(' ', map.Keys.Select(key => $"{Written(verb, key, flags)}:{Written(verb, map[key], flags)}")) + "]";
        }

        var written = value switch
        {
            null => verb == 'v' ? flags.Pad("<nil>") : null,
            string said => Text(verb, said, flags),
            nint or long or ulong or byte => Integer(
                verb,
                Convert.ToInt64(value is nint small ? (long)small : value, CultureInfo.InvariantCulture),
                flags
            ),
            double real => Real(verb, real, flags),
            bool truth when verb is 't' or 'v' => flags.Pad(truth ? "true" : "false"),
            bool => null,
            IGoObject or TimeSpan when verb is 's' or 'q' => Text(verb, GoPrint.Text(value), flags),
            _ => flags.Pad(GoPrint.Text(value)),
        };
        return written ?? (value is null ? $"%!{verb}(<nil>)" : $"%!{verb}({GoKinds.Type(value)}={GoPrint.Text(value)})");
    }

    private static string? Text(char verb, string value, GoPrintfFlags flags)
    {
        var cut = flags.Precision >= 0 ? string.Concat(value.EnumerateRunes().Take(flags.Precision)) : value;
        return verb switch
        {
            'v' when flags.IsSharp => flags.Pad(GoQuoted.Quote(cut)),
            's' or 'v' => flags.Pad(cut),
            'q' => flags.Pad(flags.IsSharp && !cut.Contains('`', StringComparison.Ordinal) ? $"`{cut}`" : GoQuoted.Quote(cut)),
            'x' => flags.Pad(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(cut))),
            'X' => flags.Pad(Convert.ToHexString(Encoding.UTF8.GetBytes(cut))),
            _ => null,
        };
    }

    private static string? Integer(char verb, long value, GoPrintfFlags flags)
    {
        var size = value < 0 ? (ulong)-(Int128)value : (ulong)value;
        var digits = verb switch
        {
            'd' or 'v' => size.ToString(CultureInfo.InvariantCulture),
            'x' => (flags.IsSharp ? "0x" : "") + size.ToString("x", CultureInfo.InvariantCulture),
            'X' => (flags.IsSharp ? "0X" : "") + size.ToString("X", CultureInfo.InvariantCulture),
            'b' => size.ToString("b", CultureInfo.InvariantCulture),
            'o' or 'O' => (verb == 'O' ? "0o" : "") + Convert.ToString((long)size, 8),
            _ => null,
        };
        if (digits is not null)
        {
            return flags.PadNumber(digits.PadLeft(Math.Max(flags.Precision, 0), '0'), value < 0, isInteger: true);
        }

        return verb is 'c' or 'q' or 'U' && value >= 0 && value <= int.MaxValue && Rune.IsValid((int)value)
            ? flags.Pad(
                verb == 'c' ? new Rune((int)value).ToString()
                : verb == 'q' ? $"'{new Rune((int)value)}'"
                : $"U+{value:X4}"
            )
            : null;
    }

    private static string? Real(char verb, double value, GoPrintfFlags flags)
    {
        var size = Math.Abs(value);
        var digits = Math.Min(flags.Precision < 0 ? 6 : flags.Precision, 300);
        var written = verb switch
        {
            'v' or 'g' or 'G' when flags.Precision < 0 => GoNumbers.General(size),
            'v' or 'g' or 'G' => GoNumbers.General(
                double.Parse(size.ToString($"G{Math.Max(digits, 1)}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            ),
            'f' or 'F' => size.ToString($"F{digits}", CultureInfo.InvariantCulture),
            'e' => size.ToString($"0.{new string('0', digits)}e+00", CultureInfo.InvariantCulture),
            _ => null,
        };
        return written is null ? null : flags.PadNumber(written, double.IsNegative(value), isInteger: false);
    }
}
