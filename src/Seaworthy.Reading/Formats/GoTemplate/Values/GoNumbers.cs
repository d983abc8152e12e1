using System.Globalization;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>Numbers as Go reads and writes them.</summary>
/// <remarks>Go standard library, package strconv.</remarks>
internal static class GoNumbers
{
    private const int ShortestPrecision = 6;

    /// <summary>An integer with its prefix: <c>0x1F</c>, <c>0o17</c>, <c>017</c>, <c>0b1</c>, <c>1_000</c>.</summary>
    public static long? ParseInteger(string text)
    {
        var rest = text.AsSpan();
        var isNegative = rest is ['-', ..];
        rest = rest is ['-' or '+', ..] ? rest[1..] : rest;
        var digits = rest.ToString().Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        var (radix, from) = digits switch
        {
            ['0', 'x', ..] => (16, 2),
            ['0', 'o', ..] => (8, 2),
            ['0', 'b', ..] => (2, 2),
            ['0', _, ..] => (8, 1),
            _ => (10, 0),
        };
        if (from >= digits.Length)
        {
            return null;
        }

        UInt128 value = 0;
        foreach (var digit in digits.AsSpan(from))
        {
            var worth =
                char.IsAsciiDigit(digit) ? digit - '0'
                : digit is >= 'a' and <= 'f' ? digit - 'a' + 10
                : 99;
            value = (value * (uint)radix) + (uint)worth;
            if (worth >= radix || value > (UInt128)long.MaxValue + 1)
            {
                return null;
            }
        }

        return isNegative ? (long)-(Int128)value
            : value <= long.MaxValue ? (long)value
            : null;
    }

    /// <summary>A number with a point or an exponent, which is one of two behind <c>0x</c>: <c>0x1p60</c>.</summary>
    public static double? ParseReal(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        var power = plain.IndexOf('p', StringComparison.Ordinal);
        if (
            power > 0
            && ParseInteger(plain[..power]) is { } mantissa
            && int.TryParse(plain.AsSpan(power + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
        )
        {
            return Math.ScaleB(mantissa, exponent);
        }

        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? real : null;
    }

    /// <summary>The shortest digits of a number and the place of its point before them: 1.5 is 15 and 1.</summary>
    public static (string Digits, int Point) Digits(double value)
    {
        var shortest = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var exponent = shortest.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponent < 0 ? shortest : shortest[..exponent];
        var shift =
            exponent < 0 ? 0 : int.Parse(shortest.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        var point = dot < 0 ? mantissa.Length : dot;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        var trimmed = digits.TrimStart('0');
        point -= digits.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd('0');
        return trimmed.Length == 0 ? ("0", 1) : (trimmed, point + shift);
    }

    /// <summary><c>%v</c> of a float64: the shortest form, with an exponent below 0.0001 and from a million on.</summary>
    public static string General(double value)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "+Inf" : "-Inf";
        }

        var (digits, point) = Digits(value);
        var exponent = point - 1;
        return exponent is < -4 or >= ShortestPrecision ? Sign(value) + Exponential(digits, exponent, 2) : Fixed(value);
    }

    public static string Fixed(double value)
    {
        var (digits, point) = Digits(value);
        var whole =
            point <= 0 ? "0"
            : point >= digits.Length ? digits.PadRight(point, '0')
            : digits[..point];
        var rest =
            point <= 0 ? new string('0', -point) + digits
            : point < digits.Length ? digits[point..]
            : "";
        return Sign(value) + whole + (rest.Length > 0 && digits != "0" ? "." + rest : "");
    }

    /// <summary>As JSON writes a float64: an exponent only for the very small and the very large.</summary>
    public static string Json(double value)
    {
        var size = Math.Abs(value);
        if (size != 0 && (size < 1e-6 || size >= 1e21))
        {
            var (digits, point) = Digits(value);
            return Sign(value) + Exponential(digits, point - 1, 1);
        }

        return Fixed(value);
    }

    private static string Exponential(string digits, int exponent, int width)
    {
        var power = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return digits[..1] + (digits.Length > 1 ? "." + digits[1..] : "") + (exponent < 0 ? "e-" : "e+") + power;
    }

    private static string Sign(double value) => double.IsNegative(value) ? "-" : "";
}
