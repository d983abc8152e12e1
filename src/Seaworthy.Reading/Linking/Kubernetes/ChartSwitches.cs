using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Values by which users of a chart ask for more of it: <c>ingress.enabled</c>, <c>serviceAccount.create</c>. Those that take in another chart are left as they are.</summary>
/// <remarks>Source: Helm documentation, "Charts", "Tags and Condition fields in dependencies", and "Values".</remarks>
internal static class ChartSwitches
{
    private const int Deepest = 12;
    private const string ExistingPrefix = "existing";

    /// <summary>Begins the names that <see cref="Existing(HelmPackage)"/> gives.</summary>
    public const string OwnPrefix = "my-";

    public static IReadOnlyList<string> Names { get; } = ["enabled", "enable", "create"];

    /// <summary>The values that turn every switch on which the chart leaves off; null where it has none.</summary>
    public static GoMap? On(HelmPackage chart)
    {
        var ofOthers = chart
            .Dependencies.SelectMany(entry => entry.Condition.Split(',').Select(path => path.Trim()))
            .Concat(OfOthers(chart))
            .ToHashSet(StringComparer.Ordinal);
        return On(chart.Values, "", ofOthers, 0);
    }

    /// <summary>The values that name an object of the user's own wherever the chart takes one, <c>existingConfigmap</c>, in it and in the charts below; null where none does.</summary>
    public static GoMap? Existing(HelmPackage chart)
    {
        var existing = Existing(chart.Values, 0);
        foreach (var below in chart.Charts)
        {
            if (Existing(below.Values, 0) is { } inner)
            {
                existing ??= new GoMap();
                existing[below.Name] = inner;
            }
        }

        return existing;
    }

    private static GoMap? Existing(GoMap values, int depth)
    {
        GoMap? existing = null;
        foreach (var key in values.Keys)
        {
            object? value =
                values[key] is "" && key.StartsWith(ExistingPrefix, StringComparison.Ordinal)
                    ? $"{OwnPrefix}{key[ExistingPrefix.Length..].ToLowerInvariant()}"
                : values[key] is GoMap inner && depth < Deepest ? Existing(inner, depth + 1)
                : null;
            if (value is not null)
            {
                existing ??= new GoMap();
                existing[key] = value;
            }
        }

        return existing;
    }

    /// <summary>The tables of values that go to other charts.</summary>
    public static IEnumerable<string> OfOthers(HelmPackage chart) =>
        chart.Dependencies.Select(entry => entry.ValuesName).Concat(chart.Charts.Select(one => one.Name));

    private static GoMap? On(GoMap values, string above, HashSet<string> ofOthers, int depth)
    {
        GoMap? on = null;
        foreach (var key in values.Keys.Where(key => !ofOthers.Contains(above + key)))
        {
            object? value =
                values[key] is false && Names.Contains(key) ? true
                : values[key] is GoMap inner && depth < Deepest ? On(inner, $"{above}{key}.", ofOthers, depth + 1)
                : null;
            if (value is not null)
            {
                on ??= new GoMap();
                on[key] = value;
            }
        }

        return on;
    }
}
