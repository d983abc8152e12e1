using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Which of its charts a chart takes in: conditions, tags, aliases, and values that it imports from them.</summary>
/// <remarks>helm.sh/helm/v4/pkg/chart/v2/util, dependencies.go.</remarks>
internal static class HelmDependencies
{
    public static HelmPackage Process(HelmPackage chart, GoMap given)
    {
        var enabled = Enabled(chart, given, "");
        return Imported(enabled, given);
    }

    /// <summary>The names of charts that are taken in with these values, and that the chart does not hold.</summary>
    public static IReadOnlyList<string> Absent(HelmPackage chart, GoMap given)
    {
        var values = HelmCoalescing.Coalesce(chart, given);
        return [.. Absent(chart, values, "").Distinct()];
    }

    private static IEnumerable<string> Absent(HelmPackage chart, GoMap values, string path) =>
        chart
            .Absent.Where(entry => IsEnabled(entry, values, path))
            .Select(entry => entry.ValuesName)
            .Concat(
                chart
                    .Charts.Where(one =>
                        chart.Dependencies.FirstOrDefault(entry => entry.Name == one.Name) is not { } entry
                        || IsEnabled(entry, values, path)
                    )
                    .SelectMany(one => Absent(one, values, $"{path}{one.Name}."))
            );

    private static HelmPackage Enabled(HelmPackage chart, GoMap given, string path)
    {
        if (chart.Dependencies.Count == 0)
        {
            return chart;
        }

        List<HelmPackage> charts = [.. chart.Charts.Where(one => !chart.Dependencies.Any(entry => entry.Name == one.Name))];
        List<HelmDependencyEntry> entries = [];
        foreach (var entry in chart.Dependencies)
        {
            if (chart.Charts.FirstOrDefault(one => one.Name == entry.Name && Fits(entry.Version, one.Version)) is { } found)
            {
                charts.Add(entry.Alias.Length > 0 ? Aliased(found, entry.Alias) : found);
            }

            entries.Add(entry);
        }

        var whole = chart.With(charts: charts);
        var values = HelmCoalescing.Coalesce(whole, given);
        var off = entries
            .Where(entry => !IsEnabled(entry, values, path))
            .Select(entry => entry.ValuesName)
            .ToHashSet(StringComparer.Ordinal);
        var kept = charts.Where(one => !off.Contains(one.Name)).Select(one => Enabled(one, values, $"{path}{one.Name}.")).ToList();
        return chart.With(charts: kept);
    }

    private static bool Fits(string constraint, string version)
    {
        if (constraint.Length == 0 || GoTemplate.Sprig.SemanticVersion.Parse(version) is not { } parsed)
        {
            return constraint.Length == 0 || constraint == version;
        }

        try
        {
            return GoTemplate.Sprig.SprigVersions.Fits(constraint, parsed);
        }
        catch (GoTemplate.Running.GoCallFault)
        {
            return constraint == version;
        }
    }

    private static HelmPackage Aliased(HelmPackage chart, string alias)
    {
        var metadata = chart.Metadata.Copy();
        metadata["Name"] = alias;
        return chart.With(name: alias, metadata: metadata);
    }

    private static bool IsEnabled(HelmDependencyEntry entry, GoMap values, string path)
    {
        foreach (var condition in entry.Condition.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0))
        {
            if (At(values, path + condition) is bool truth)
            {
                return truth;
            }
        }

        var tags = values["tags"] as GoMap;
        var answers = entry.Tags.Select(tag => tags?[tag]).OfType<bool>().ToList();
        return answers.Count == 0 || answers.Contains(true);
    }

    private static object? At(GoMap values, string path) =>
        path.Split('.').Aggregate((object?)values, (at, key) => at is GoMap map ? map[key] : null);

    private static HelmPackage Imported(HelmPackage chart, GoMap given)
    {
        var charts = chart.Charts.Select(one => Imported(one, new GoMap())).ToList();
        var whole = chart.With(charts: charts);
        if (!chart.Dependencies.Any(entry => entry.Imports is not null))
        {
            return whole;
        }

        var values = HelmCoalescing.Coalesce(whole, given);
        GoMap imported = new();
        foreach (var entry in chart.Dependencies)
        {
            Import(entry, values, imported);
        }

        var own = chart.Values.Copy();
        HelmCoalescing.Tables(own, imported, keepsNull: true, 0);
        return whole.With(values: own);
    }

    private static void Import(HelmDependencyEntry entry, GoMap values, GoMap imported)
    {
        var name = entry.ValuesName;
        foreach (var import in entry.Imports?.Items ?? [])
        {
            var (child, parent) = import switch
            {
                string key => ($"exports.{key}", "."),
                GoMap map => (map["child"] as string ?? "", map["parent"] as string ?? "."),
                _ => ("", "."),
            };
            if (At(values, $"{name}.{child}") is not GoMap found)
            {
                continue;
            }

            var wrapped = found.Copy();
            foreach (var key in Enumerable.Reverse(parent.Split('.', StringSplitOptions.RemoveEmptyEntries)))
            {
                GoMap outer = new();
                outer[key] = wrapped;
                wrapped = outer;
            }

            HelmCoalescing.Tables(imported, wrapped, keepsNull: true, 0);
        }
    }
}
