using System.Globalization;
using Seaworthy.Reading.Readers.Compose.Values;

namespace Seaworthy.Reading.Readers.Compose.Shapes;

/// <summary>What a literal of a special form must look like; each answers with a complaint, or null.</summary>
internal static class ComposeLiterals
{
    private static readonly string[] FlagWords = ["true", "false", "y", "yes", "on", "n", "no", "off"];

    public static string? Flag(string text) =>
        FlagWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : $"'{text}' is neither true nor false";

    public static string? Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? null : $"'{text}' is not an integer";

    public static string? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : $"'{text}' is not a number";

    public static string? Duration(string text) =>
        DurationText.Parse(text) is not null ? null : $"'{text}' is not a duration, such as 30s or 1m30s";

    /// <summary>A number of bytes, with a unit of <c>b</c>, <c>k</c>, <c>kb</c>, <c>kib</c> and so on. Kubernetes' <c>Mi</c> is refused.</summary>
    public static string? Size(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        var end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        var isNumber = double.TryParse(text.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return isNumber && IsUnit(text[end..].TrimStart(' ')) ? null : $"'{text}' is not a size, such as 512m or 1g";
    }

    public static string? Restart(string text) =>
        text is "" or "no" or "always" or "unless-stopped" or "on-failure"
        || (text.StartsWith("on-failure:", StringComparison.Ordinal) && text[11..] is { Length: > 0 } tries && tries.All(char.IsAsciiDigit))
            ? null
            : $"'{text}' is not one of no, always, on-failure, on-failure:N, unless-stopped";

    public static string? Port(string text) => ShortPort.Complaint(text);

    public static string? ContainerPort(string text) =>
        Integer(text) ?? (PortText.Parse(text) is not null ? null : $"'{text}' is not a port; the highest port is 65535");

    /// <summary>One port, or the range from which Docker takes a free one; none at all leaves the choice to it.</summary>
    public static string? HostPorts(string text) =>
        text.Length == 0 || PortText.Parse(text) is not null ? null : $"'{text}' is not a host port";

    public static string? Expose(string text) => PortText.Parse(text.Split('/')[0]) is not null ? null : $"'{text}' is not a port";

    public static string? Mount(string text) => ShortMount.Complaint(text);

    public static string? Command(string text) => CommandWords.Complaint(text);

    private static bool IsUnit(string unit) =>
        unit.ToLowerInvariant() switch
        {
            "" or "b" => true,
            [var prefix] => IsPrefix(prefix),
            [var prefix, 'b'] => IsPrefix(prefix),
            [var prefix, 'i', 'b'] => IsPrefix(prefix),
            _ => false,
        };

    private static bool IsPrefix(char prefix) => prefix is 'k' or 'm' or 'g' or 't' or 'p';
}
