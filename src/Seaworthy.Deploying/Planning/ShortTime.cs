using System.Globalization;

namespace Seaworthy.Deploying.Planning;

/// <summary>A time as people write it on a command line: <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>30d</c>.</summary>
public static class ShortTime
{
    public static TimeSpan? Parse(string text) =>
        text is [.. var number, 's' or 'm' or 'h' or 'd']
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count < 100_000
            ? text[^1] switch
            {
                's' => TimeSpan.FromSeconds(count),
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                _ => TimeSpan.FromDays(count),
            }
            : null;

    public static string Text(TimeSpan time) =>
        time.TotalSeconds < 120
            ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s")
            : string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min");
}
