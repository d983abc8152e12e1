using System.Globalization;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Amounts of memory and processor time as targets write them, in MiB and whole processors; null for what is none.</summary>
/// <remarks>Source: Kubernetes documentation, "Resource Management for Pods and Containers" and "Quantity"; Compose specification, "Specifying byte values".</remarks>
internal static class ResourceAmount
{
    private const decimal Mebi = 1024 * 1024;

    // Longest first: "Mi" ends in "i", not in "M".
    private static readonly IReadOnlyList<(string Unit, decimal Bytes)> OfKubernetes =
    [
        ("Ki", 1024),
        ("Mi", Mebi),
        ("Gi", Mebi * 1024),
        ("Ti", Mebi * Mebi),
        ("m", 0.001m),
        ("k", 1000),
        ("M", 1000_000),
        ("G", 1000_000_000),
        ("T", 1000_000_000_000),
        ("", 1),
    ];

    // To Compose every unit is a power of 1024, whatever its case.
    private static readonly IReadOnlyList<(string Unit, decimal Bytes)> OfCompose =
    [
        ("kb", 1024),
        ("mb", Mebi),
        ("gb", Mebi * 1024),
        ("k", 1024),
        ("m", Mebi),
        ("g", Mebi * 1024),
        ("b", 1),
        ("", 1),
    ];

    /// <summary><c>500m</c>, <c>0.5</c>, <c>2</c>.</summary>
    public static decimal? Processors(string? text) =>
        text is [.. var thousandths, 'm'] ? Number(thousandths) / 1000
        : text is null ? null
        : Number(text);

    /// <summary><c>512Mi</c>, <c>1G</c>, <c>128974848</c>.</summary>
    public static decimal? KubernetesMebibytes(string? text) => Mebibytes(text, OfKubernetes);

    /// <summary><c>512M</c>, <c>1g</c>, <c>50mb</c>.</summary>
    public static decimal? ComposeMebibytes(string? text) => Mebibytes(text?.ToLowerInvariant(), OfCompose);

    private static decimal? Mebibytes(string? text, IReadOnlyList<(string Unit, decimal Bytes)> units)
    {
        if (text is null)
        {
            return null;
        }

        var (unit, bytes) = units.First(known => text.EndsWith(known.Unit, StringComparison.Ordinal));
        // No machine has a yottabyte: what is absurd is none.
        return Number(text[..^unit.Length]) is { } number && number < 1_000_000_000_000_000 ? number * bytes / Mebi : null;
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
