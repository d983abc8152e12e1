using System.Globalization;
using System.Text;

namespace Seaworthy.Reading.Formats.GoTemplate.Values;

/// <summary>Values as Go's package fmt prints them.</summary>
internal static class GoPrint
{
    /// <summary>What an action prints for nothing; Helm takes it out of what it renders.</summary>
    public const string NoValue = "<no value>";

    private const int DepthLimit = 100;

    /// <summary><c>%v</c></summary>
    public static string Text(object? value) =>
        value switch
        {
            string text => text,
            null => "<nil>",
            bool truth => truth ? "true" : "false",
            double real => GoNumbers.General(real),
            GoMap or GoList or byte[] => Composite(value),
            _ => Plain(value),
        };

    /// <summary><c>fmt.Sprint</c>: a blank between two of which neither is text.</summary>
    public static string Print(IReadOnlyList<object?> values)
    {
        StringBuilder text = new();
        for (var at = 0; at < values.Count; at++)
        {
            text.Append(at > 0 && values[at] is not string && values[at - 1] is not string ? " " : "").Append(Text(values[at]));
        }

        return text.ToString();
    }

    private static string Plain(object value) =>
        value switch
        {
            TimeSpan span => Duration(span),
            IGoObject thing => thing.Text,
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => "",
        };

    private static string Composite(object? value)
    {
        StringBuilder text = new();
        Write(value, text, 0);
        return text.ToString();
    }

    private static void Write(object? value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case GoMap map when depth < DepthLimit:
                text.Append("map[");
                var keys = map.Keys;
                for (var at = 0; at < keys.Count; at++)
                {
                    text.Append(at > 0 ? " " : "").Append(keys[at]).Append(':');
                    Write(map[keys[at]], text, depth + 1);
                }

                text.Append(']');
                break;
            case GoList list when depth < DepthLimit:
                text.Append('[');
                for (var at = 0; at < list.Items.Count; at++)
                {
                    text.Append(at > 0 ? " " : "");
                    Write(list.Items[at], text, depth + 1);
                }

                text.Append(']');
                break;
            case byte[] bytes:
                text.Append('[').AppendJoin(' ', bytes).Append(']');
                break;
            case GoMap or GoList:
                text.Append("...");
                break;
            default:
                text.Append(Text(value));
                break;
        }
    }

    /// <summary><c>1h2m3.5s</c></summary>
    private static string Duration(TimeSpan span)
    {
        var size = span.Duration();
        var seconds = GoNumbers.Fixed((size - TimeSpan.FromMinutes(Math.Floor(size.TotalMinutes))).TotalSeconds);
        var sign = span < TimeSpan.Zero ? "-" : "";
        return size.TotalHours >= 1 ? $"{sign}{Math.Floor(size.TotalHours)}h{size.Minutes}m{seconds}s"
            : size.TotalMinutes >= 1 ? $"{sign}{size.Minutes}m{seconds}s"
            : size.TotalSeconds >= 1 || size == TimeSpan.Zero ? $"{sign}{seconds}s"
            : $"{sign}{GoNumbers.Fixed(size.TotalMilliseconds)}ms";
    }
}
