using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>What <c>helm template</c> printed of a chart of this repository: kept beside the chart, which is what gets deployed, it is no manifest of its own.</summary>
/// <remarks>Helm writes <c># Source: CHART/templates/FILE</c> above each document it prints. The print of another's chart is how that is installed, and stays.</remarks>
internal static class RenderedCharts
{
    private const string Mark = "# Source: ";

    public static IReadOnlyList<Artifact> Without(IReadOnlyList<Artifact> artifacts)
    {
        var charts = artifacts.OfType<HelmChart>().Select(chart => chart.Name?.Value).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (charts.Count == 0)
        {
            return artifacts;
        }

        var named = artifacts
            .OfType<Kustomization>()
            .SelectMany(one => one.Resources.Select(path => RepositoryPath.Join(one.File.Directory, path.Value)))
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. artifacts.Where(artifact =>
                artifact is not KubernetesManifest || named.Contains(artifact.File.Path) || !charts.Contains(ChartOf(artifact.File.Text))
            ),
        ];
    }

    /// <summary>The chart whose print the text is: the one that the comment above its first document names; empty when there is none.</summary>
    private static string ChartOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                var source = line[Mark.Length..];
                var slash = source.IndexOf('/');
                return slash > 0 ? source[..slash].ToString() : "";
            }

            if (!line.IsWhiteSpace() && !line.StartsWith("---", StringComparison.Ordinal) && line[0] != '#')
            {
                return "";
            }
        }

        return "";
    }
}
