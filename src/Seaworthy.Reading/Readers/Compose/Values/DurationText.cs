using System.Globalization;

namespace Seaworthy.Reading.Readers.Compose.Values;

/// <summary>Durations such as <c>1m30s</c>, <c>1.5h</c> or <c>2d</c>.</summary>
/// <remarks>Source: the Compose specification, "Specifying durations"; Compose takes days and weeks too.</remarks>
internal static class DurationText
{
    public static TimeSpan? Parse(string text)
    {
        var at = text is ['-' or '+', ..] ? 1 : 0;
        if (text.Length == at || text.Length > 100)
        {
            return null;
        }

        if (text[at..] == "0")
        {
            return TimeSpan.Zero;
        }

        var seconds = 0.0;
        while (at < text.Length)
        {
            var number = Run(text, at, isNumber: true);
            var unit = Run(text, number, isNumber: false);
            if (
                !double.TryParse(text.AsSpan(at, number - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                || SecondsOf(text[number..unit]) is not { } factor
            )
            {
                return null;
            }

            seconds += value * factor;
            at = unit;
        }

        return seconds < 1e9 ? TimeSpan.FromSeconds(text[0] == '-' ? -seconds : seconds) : null;
    }

    private static int Run(string text, int at, bool isNumber)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.') == isNumber)
        {
            at++;
        }

        return at;
    }

    private static double? SecondsOf(string unit) =>
        unit switch
        {
            "ns" => 1e-9,
            "us" or "µs" or "μs" => 1e-6,
            "ms" => 1e-3,
            "s" => 1,
            "m" => 60,
            "h" => 3600,
            "d" => 86400,
            "w" => 604800,
            _ => null,
        };
}
