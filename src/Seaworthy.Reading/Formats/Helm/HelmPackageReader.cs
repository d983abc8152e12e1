using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.GoTemplate.Yaml;

namespace Seaworthy.Reading.Formats.Helm;

/// <summary>Files of a directory to the chart that they are.</summary>
/// <remarks>helm.sh/helm/v4/pkg/chart/v2/loader, load.go.</remarks>
internal static class HelmPackageReader
{
    private const int DepthLimit = 6;

    private static readonly (string Key, string Name)[] Words =
    [
        ("apiVersion", "APIVersion"),
        ("appVersion", "AppVersion"),
        ("condition", "Condition"),
        ("description", "Description"),
        ("home", "Home"),
        ("icon", "Icon"),
        ("kubeVersion", "KubeVersion"),
        ("name", "Name"),
        ("tags", "Tags"),
        ("type", "Type"),
        ("version", "Version"),
    ];

    /// <summary>The chart, or null where there is none that can be read.</summary>
    public static HelmPackage? Read(IReadOnlyList<HelmFile> files) => Read(HelmIgnore.Filter(files), 0);

    private static HelmPackage? Read(IReadOnlyList<HelmFile> files, int depth)
    {
        var chart = files.FirstOrDefault(file => file.Path == "Chart.yaml");
        if (
            chart is null
            || depth > DepthLimit
            || GoYamlReader.Read(chart.Text, out _) is not GoMap metadata
            || metadata["name"] is not string name
        )
        {
            return null;
        }

        var main = files.FirstOrDefault(file => file.Path == "values.yaml");
        string? fault = null;
        var values = main is null ? null : GoYamlReader.Read(main.Text, out fault);
        if (fault is not null || (values is not null && values is not GoMap))
        {
            return null;
        }

        var requirements = files.FirstOrDefault(file => file.Path == "requirements.yaml") is { } old
            ? (GoYamlReader.Read(old.Text, out _) as GoMap)?["dependencies"]
            : null;
        return new HelmPackage
        {
            Name = name,
            Version = Text(metadata["version"]),
            Metadata = Described(metadata),
            IsLibrary = metadata["type"] is "library",
            Values = values as GoMap ?? new GoMap(),
            Templates = [.. files.Where(file => file.Path.StartsWith("templates/", StringComparison.Ordinal))],
            Files = [.. files.Where(IsPlain)],
            Dependencies = [.. Entries(metadata["dependencies"] ?? requirements)],
            Charts = [.. Charts(files, depth)],
        };
    }

    private static bool IsPlain(HelmFile file) =>
        !file.Path.StartsWith("templates/", StringComparison.Ordinal)
        && !file.Path.StartsWith("charts/", StringComparison.Ordinal)
        && file.Path is not ("Chart.yaml" or "Chart.lock" or "values.yaml" or "values.schema.json");

    private static IEnumerable<HelmPackage> Charts(IReadOnlyList<HelmFile> files, int depth)
    {
        const string folder = "charts/";
        var byDirectory = files
            .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal) && file.Path.IndexOf('/', folder.Length) > 0)
            .GroupBy(file => file.Path[..file.Path.IndexOf('/', folder.Length)], StringComparer.Ordinal)
            .Where(group => group.Key[folder.Length] is not ('_' or '.'))
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byDirectory)
        {
            var inner = group.Select(file => file with { Path = file.Path[(group.Key.Length + 1)..] }).ToList();
            if (Read(inner, depth + 1) is { } chart)
            {
                yield return chart;
            }
        }
    }

    /// <summary>A field of text takes a number as text.</summary>
    private static string Text(object? value) => value is null ? "" : GoPrint.Text(value);

    /// <summary>A Go map of the fields of Helm's struct, which are there whether the file sets them or not.</summary>
    private static GoMap Described(GoMap written)
    {
        GoMap described = new();
        foreach (var (key, name) in Words)
        {
            described[name] = Text(written[key]);
        }

        described["Deprecated"] = written["deprecated"] is true;
        described["Annotations"] = Annotations(written["annotations"] as GoMap);
        described["Dependencies"] = new GoList([]);
        described["Keywords"] = written["keywords"] as GoList ?? new GoList([], GoList.OfText);
        described["Sources"] = written["sources"] as GoList ?? new GoList([], GoList.OfText);
        described["Maintainers"] = new GoList([.. (written["maintainers"] as GoList)?.Items.Select(Maintainer) ?? []]);
        return described;
    }

    private static GoMap? Annotations(GoMap? written)
    {
        if (written is null)
        {
            return null;
        }

        GoMap annotations = new(GoMap.OfText);
        foreach (var key in written.Keys)
        {
            annotations[key] = Text(written[key]);
        }

        return annotations;
    }

    private static GoMap Maintainer(object? written)
    {
        var map = written as GoMap ?? new GoMap();
        GoMap maintainer = new();
        maintainer["Name"] = Text(map["name"]);
        maintainer["Email"] = Text(map["email"]);
        maintainer["URL"] = Text(map["url"]);
        return maintainer;
    }

    private static IEnumerable<HelmDependencyEntry> Entries(object? written) =>
        (written as GoList)
            ?.Items.OfType<GoMap>()
            .Select(map => new HelmDependencyEntry(
                Text(map["name"]),
                Text(map["version"]),
                Text(map["alias"]),
                Text(map["condition"]),
                [.. (map["tags"] as GoList)?.Items.Select(Text) ?? []],
                map["import-values"] as GoList
            ))
        ?? [];
}
