using System.Globalization;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Amounts of memory and processor time as targets write them, in MiB and whole processors; null for what is none.</summary>
/// <remarks>Source: Kubernetes documentation, "Resource Management for Pods and Containers" and "Quantity"; Compose specification, "Specifying byte values".</remarks>
internal static class ResourceAmount
{
    private const decimal Mebi = 1024 * 1024;

    // Longest first: "Mi" ends in "i", not in "M".
    private static readonly IReadOnlyList<Suffix> OfKubernetes =
    [
        new("Ki", 1024),
        new("Mi", Mebi),
        new("Gi", Mebi * 1024),
        new("Ti", Mebi * Mebi),
        new("m", 0.001m),
        new("k", 1000),
        new("M", 1000_000),
        new("G", 1000_000_000),
        new("T", 1000_000_000_000),
        new("", 1),
    ];

    // To Compose every unit is a power of 1024, whatever its case.
    private static readonly IReadOnlyList<Suffix> OfCompose =
    [
        new("kb", 1024),
        new("mb", Mebi),
        new("gb", Mebi * 1024),
        new("k", 1024),
        new("m", Mebi),
        new("g", Mebi * 1024),
        new("b", 1),
        new("", 1),
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

    private static decimal? Mebibytes(string? text, IReadOnlyList<Suffix> units)
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

    private sealed record Suffix(string Unit, decimal Bytes);
}
