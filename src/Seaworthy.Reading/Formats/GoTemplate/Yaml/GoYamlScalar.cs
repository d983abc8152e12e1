using System.Globalization;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Yaml;

/// <summary>What a plain scalar means to the library of YAML that Helm uses, which follows YAML 1.1 in much.</summary>
/// <remarks>go.yaml.in/yaml/v2, resolve.go.</remarks>
internal static class GoYamlScalar
{
    /// <summary>Whether it stays text without quotes.</summary>
    public static bool IsText(string text) => text.Length > 0 && !IsNull(text) && Value(text) is string && !IsTimestamp(text);

    public static bool IsNull(string text) => text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>Null, a bool, a <see langword="long"/>, a <see langword="ulong"/>, a <see langword="double"/>, or the text itself.</summary>
    public static object? Value(string text)
    {
        if (IsNull(text))
        {
            return null;
        }

        if (Truth(text) is { } truth)
        {
            return truth;
        }

        return char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.' ? Number(text) ?? text : text;
    }

    private static bool? Truth(string text) =>
        text switch
        {
            "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => true,
            "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => false,
            _ => null,
        };

    private static object? Number(string text)
    {
        switch (text)
        {
            case ".nan" or ".NaN" or ".NAN":
                return double.NaN;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF":
                return double.PositiveInfinity;
            case "-.inf" or "-.Inf" or "-.INF":
                return double.NegativeInfinity;
            default:
                break;
        }

        var plain = text.Replace("_", "", StringComparison.Ordinal);
        if (GoNumbers.ParseInteger(plain) is { } integer)
        {
            return integer;
        }

        if (ulong.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var large) && plain[0] != '0')
        {
            return large;
        }

        return
            IsFloat(plain)
            && double.TryParse(
                plain,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var real
            )
            ? real
            : null;
    }

    /// <remarks><c>^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$</c></remarks>
    private static bool IsFloat(string text)
    {
        var at = text[0] is '+' or '-' ? 1 : 0;
        var whole = Digits(text, ref at);
        var rest = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            rest = Digits(text, ref at);
        }

        if (whole + rest == 0)
        {
            return false;
        }

        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            at += at < text.Length && text[at] is '+' or '-' ? 1 : 0;
            if (Digits(text, ref at) == 0)
            {
                return false;
            }
        }

        return at == text.Length;
    }

    private static int Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }

    /// <summary>A date, with or without a time: it stays text, but is written in quotes.</summary>
    public static bool IsTimestamp(string text)
    {
        var at = 0;
        return Digits(text, ref at) == 4
            && Next(text, ref at, '-')
            && Digits(text, ref at) is 1 or 2
            && Next(text, ref at, '-')
            && Digits(text, ref at) is 1 or 2
            && (at == text.Length || (text[at] is 'T' or 't' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _)));
    }

    private static bool Next(string text, ref int at, char wanted)
    {
        var isNext = at < text.Length && text[at] == wanted;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /// <summary><c>1:20</c>, which YAML 1.1 reads as a number of base 60.</summary>
    public static bool IsBase60(string text)
    {
        var at = text is ['+' or '-', ..] ? 1 : 0;
        if (at >= text.Length || !char.IsAsciiDigit(text[at]))
        {
            return false;
        }

        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        var parts = 0;
        while (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            at += text[at] is >= '0' and <= '5' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? 2 : 1;
            parts++;
        }

        if (parts > 0 && at < text.Length && text[at] == '.')
        {
            at++;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '_'))
            {
                at++;
            }
        }

        return parts > 0 && at == text.Length;
    }
}
