using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Lists and mappings that a chart and the charts below it print as text.</summary>
internal static class StructuredValues
{
    public static IReadOnlyList<ChartStructure> Of(
        Deployment deployment,
        HelmChart chart,
        ChartSource source,
        IReadOnlyList<ChartValueSet> sets
    )
    {
        var others = sets.SelectMany(set => set.Files).Select(file => deployment.At<HelmValues>(file.Path));
        IReadOnlyList<HelmValues> files = [.. others.Prepend(Own(deployment, chart.File.Directory)).OfType<HelmValues>().Distinct()];
        IReadOnlyList<GoMap> values = [.. sets.Select(set => HelmCoalescing.Coalesce(source.Package, set.Release.Values))];
        return
        [
            .. new ChartStructures(source.Texts, files, values).Find(source.Package, ""),
            .. source.Package.Charts.SelectMany(below => Below(deployment, chart, source, below, values)),
        ];
    }

    /// <summary>With its own values, and those that the chart above gives it.</summary>
    private static IReadOnlyList<ChartStructure> Below(
        Deployment deployment,
        HelmChart chart,
        ChartSource source,
        HelmPackage below,
        IReadOnlyList<GoMap> values
    )
    {
        var prefix = $"charts/{below.Name}/";
        return RepositoryPath.Join(chart.File.Directory, $"charts/{below.Name}") is { } directory
            ? new ChartStructures(
                source.Texts,
                Own(deployment, directory) is { } own ? [own] : [],
                [below.Values, .. values.Select(all => all[below.Name]).OfType<GoMap>()]
            ).Find(below, prefix)
            : [];
    }

    private static HelmValues? Own(Deployment deployment, string directory) =>
        deployment.At<HelmValues>(RepositoryPath.Join(directory, "values.yaml") ?? "");
}
