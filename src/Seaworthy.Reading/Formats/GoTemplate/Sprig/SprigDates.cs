using System.Buffers;
using System.Globalization;
using Seaworthy.Reading.Formats.GoTemplate.Running;
using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Dates of Sprig, by the run's clock and in UTC.</summary>
/// <remarks>Masterminds/sprig v3, date.go.</remarks>
internal static class SprigDates
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    public static void AddTo(GoFunctions functions)
    {
        functions.AddOfRun("now", "", (run, _) => new GoTime(run.Clock));
        functions.AddOfRun("date", "sa", (run, arguments) => GoTimeFormat.Format(Time(run, arguments[1]), Text(arguments[0])));
        functions.AddOfRun("dateInZone", "sas", (run, arguments) => GoTimeFormat.Format(Time(run, arguments[1]), Text(arguments[0])));
        functions.Alias("date_in_zone", "dateInZone");
        functions.AddOfRun("htmlDate", "a", (run, arguments) => GoTimeFormat.Format(Time(run, arguments[0]), "2006-01-02"));
        functions.AddOfRun("htmlDateInZone", "as", (run, arguments) => GoTimeFormat.Format(Time(run, arguments[0]), "2006-01-02"));
        functions.AddOfRun("unixEpoch", "a", (run, arguments) => GoPrint.Text(Time(run, arguments[0]).ToUnixTimeSeconds()));
        functions.AddOfRun("ago", "a", (run, arguments) => GoPrint.Text(run.Clock - Time(run, arguments[0])));
        foreach (var name in (string[])["dateModify", "date_modify", "mustDateModify", "must_date_modify"])
        {
            functions.AddOfRun(
                name,
                "sa",
                (run, arguments) => new GoTime(Time(run, arguments[1]) + (Duration(Text(arguments[0])) ?? default))
            );
        }

        foreach (var name in (string[])["toDate", "mustToDate"])
        {
            functions.Add(name, "ss", arguments => new GoTime(Parse(Text(arguments[1]))));
        }

        // Text and an int64 count; another number is taken for nothing.
        functions.Add(
            "duration",
            "a",
            arguments => GoPrint.Text(TimeSpan.FromSeconds(arguments[0] is string or long ? Seconds(arguments[0]) : 0))
        );
        functions.Add("durationRound", "a", arguments => Round(arguments[0]));
    }

    private static string Text(object? value) => SprigConversions.Text(value);

    private static double Seconds(object? value) => Math.Clamp(SprigConversions.Real(value), -9e9, 9e9);

    private static DateTimeOffset Time(GoRun run, object? value) =>
        value switch
        {
            GoTime time => time.Time,
            long or nint => DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(SprigConversions.Integer(value), -62135596800, 253402300799)),
            _ => run.Clock,
        };

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : default;

    /// <summary><c>-1.5h</c>, <c>2h45m</c>; null when it is none.</summary>
    public static TimeSpan? Duration(string text)
    {
        var isNegative = text is ['-', ..];
        var rest = text.AsSpan(text is ['-' or '+', ..] ? 1 : 0);
        var sum = TimeSpan.Zero;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExcept(Digits);
            if (digits <= 0 || !double.TryParse(rest[..digits], NumberStyles.Float, CultureInfo.InvariantCulture, out var count))
            {
                return rest is "0" ? sum : null;
            }

            rest = rest[digits..];
            var length = rest.IndexOfAny(Digits) is >= 0 and var next ? next : rest.Length;
            double? seconds = rest[..length] switch
            {
                "h" => 3600,
                "m" => 60,
                "s" => 1,
                "ms" => 0.001,
                "us" => 0.000001,
                _ => null,
            };
            if (seconds is null || count > 1e6)
            {
                return null;
            }

            sum += TimeSpan.FromSeconds(count * seconds.Value);
            rest = rest[length..];
        }

        return isNegative ? -sum : sum;
    }

    private static string Round(object? value)
    {
        var span = value is string text ? Duration(text) ?? default : TimeSpan.FromSeconds(Seconds(value) / 1e9);
        var size = span.Duration();
        return size.TotalDays >= 365 ? $"{Math.Round(size.TotalDays / 365)}y"
            : size.TotalDays >= 30 ? $"{Math.Round(size.TotalDays / 30)}mo"
            : size.TotalDays >= 1 ? $"{Math.Round(size.TotalDays)}d"
            : size.TotalHours >= 1 ? $"{Math.Round(size.TotalHours)}h"
            : size.TotalMinutes >= 1 ? $"{Math.Round(size.TotalMinutes)}m"
            : $"{Math.Round(size.TotalSeconds)}s";
    }
}
