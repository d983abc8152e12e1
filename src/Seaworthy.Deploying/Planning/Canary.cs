using System.Globalization;

namespace Seaworthy.Deploying.Planning;

/// <summary>A share of the traffic for the new release, and for how long: <c>10%:5m</c>.</summary>
public sealed record Canary(int Percent, TimeSpan Time)
{
    public static Canary? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
            text.Split(':') is [[.. var percent, '%'], var time]
            && int.TryParse(percent, NumberStyles.None, CultureInfo.InvariantCulture, out var share)
            && share is > 0 and < 100
            && ShortTime.Parse(time) is { } span
            ? new Canary(share, span)
            : null;
    }
}
