using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Manifests in directories that no command applies, no kustomization includes and no text names, while commands apply others.</summary>
internal static class UnappliedManifests
{
    // Every directory is looked for in every text.
    private const int MostDirectories = 100;

    // "deployment.yaml" is in every sentence about Kubernetes.
    private const int LeastTelling = 16;

    // Sets of Argo CD and bundles of Fleet go by patterns; Flux goes by kustomizations.
    private static readonly string[] ByPatterns = ["argoproj.io", "fleet.cattle.io"];
    private static readonly string[] Deliverers = [.. ByPatterns, "toolkit.fluxcd.io"];

    public static IEnumerable<SourceFile> Find(Deployment deployment)
    {
        var uses = deployment.Paths.Where(use => use.Role == PathRole.KubernetesManifest && use.Answer.Looked.Length > 0).ToList();
        var charts = DeployedCharts(deployment);
        // A tool that watches a cluster finds its manifests by patterns, and not only here.
        var isWatched = deployment.Of<KubernetesManifest>().Any(manifest => Array.Exists(Deliverers, manifest.File.Text.Contains));
        if (
            isWatched
                ? !FollowsKustomizations(deployment)
                : charts.Count == 0
                    && !uses.Exists(use => !deployment.Of<Kustomization>().Any(kustomization => kustomization.File == use.Span.File))
        )
        {
            return [];
        }

        var taken = uses.Select(use => use.Answer.Looked.TrimEnd('/')).Concat(charts).ToHashSet(StringComparer.Ordinal);
        var left = deployment
            .Of<KubernetesManifest>()
            .Select(manifest => manifest.File)
            .Distinct()
            .Where(file => file.Directory.Length > 0 && !RepositoryPath.Ancestors(file.Path).Any(taken.Contains))
            .Where(file => !isWatched || IsLeftOut(deployment, file))
            .GroupBy(file => file.Directory, StringComparer.Ordinal)
            .ToList();
        return left.Count > MostDirectories ? [] : left.Where(same => !IsNamed(deployment, same.First())).SelectMany(same => same);
    }

    /// <summary>The directories of charts that commands install: <c>helm upgrade --install shop ./helm/api</c>.</summary>
    private static List<string> DeployedCharts(Deployment deployment)
    {
        var words = deployment
            .Commands.Where(site => site.Command.Program == "helm")
            .SelectMany(site => site.Command.Arguments)
            .Select(word => word.Literal?.TrimEnd('/'))
            .OfType<string>()
            .ToList();
        return
        [
            .. deployment
                .Of<HelmChart>()
                .Select(chart => chart.File.Directory)
                .Where(root =>
                    root.Length > 0 && words.Exists(word => word == root || word.EndsWith($"/{root}", StringComparison.Ordinal))
                ),
        ];
    }

    /// <summary>Flux applies what the kustomization of a directory includes, and nothing else below it.</summary>
    private static bool FollowsKustomizations(Deployment deployment) =>
        deployment.Of<Kustomization>().Count > 0
        && !deployment.Of<KubernetesManifest>().Any(manifest => Array.Exists(ByPatterns, manifest.File.Text.Contains));

    private static bool IsLeftOut(Deployment deployment, SourceFile file) =>
        RepositoryPath.Ancestors(RepositoryPath.Parent(file.Directory)).Any(above => deployment.In<Kustomization>(above).Any())
        && !deployment.In<Kustomization>(file.Directory).Any();

    /// <summary>The directory, or one around it but for the outermost, which holds what is applied as well.</summary>
    private static bool IsNamed(Deployment deployment, SourceFile file) =>
        DirectoryMentions.Of(deployment, file)
        || deployment.Of<Kustomization>().Any(kustomization => kustomization.File.Directory == file.Directory)
        || deployment.Artifacts.Any(artifact =>
            artifact.File != file
            && WholeWords.Find(artifact.File.Text, file.Name, WholeWords.IsOfFileName).Any()
            && file.Name.Length > LeastTelling
        );
}
