namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Sizes as configuration writes them: <c>10m</c>, <c>10MB</c>, <c>1048576</c>, and as source does: <c>50_000_000</c>.</summary>
/// <remarks>Sources: nginx documentation, "Configuration file measurement units"; Spring Framework, <c>DataSize</c>. Both count by 1,024.</remarks>
internal static class ByteSize
{
    /// <summary>Bytes; null for what is no size.</summary>
    public static long? Of(string text)
    {
        var unit = text.Replace("_", "", StringComparison.Ordinal).AsSpan().Trim().TrimEnd("bB");
        var factor = unit is [.., var last]
            ? char.ToLowerInvariant(last) switch
            {
                'k' => 1024L,
                'm' => 1024L * 1024,
                'g' => 1024L * 1024 * 1024,
                _ => 1L,
            }
            : 1L;
        var number = factor > 1 ? unit[..^1].Trim() : unit;
        return
            long.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count)
            && count <= long.MaxValue / factor
            ? count * factor
            : null;
    }
}
