using System.Globalization;

namespace Seaworthy.Deploying.Verifying.Loads;

/// <summary>What answers are to keep.</summary>
/// <param name="P95">The longest time of 95 of a hundred answers; null for any.</param>
/// <param name="Errors">The greatest share of requests without a good answer, of 0 to 1.</param>
public sealed record ServiceObjective(TimeSpan? P95, double Errors)
{
    /// <summary>A time as <c>300ms</c> or <c>2s</c>; null for anything else.</summary>
    public static TimeSpan? Time(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var isShort = text.EndsWith("ms", StringComparison.Ordinal);
        var digits =
            isShort ? text[..^2]
            : text.EndsWith('s') ? text[..^1]
            : "";
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000
            ? isShort
                ? TimeSpan.FromMilliseconds(number)
                : TimeSpan.FromSeconds(number)
            : null;
    }

    /// <summary>A share as <c>0.1%</c>; null for anything else.</summary>
    public static double? Share(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.EndsWith('%')
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
            && percent is >= 0 and <= 100
            ? percent / 100
            : null;
    }
}
