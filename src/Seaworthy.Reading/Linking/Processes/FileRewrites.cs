using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Files of the repository that some command changes in place, or makes anew, before they are used.</summary>
internal sealed class FileRewrites(Deployment deployment)
{
    private static readonly string[] Editors =
    [
        "sed",
        "gsed",
        "perl",
        "awk",
        "envsubst",
        "gomplate",
        "yq",
        "python",
        "python3",
        "node",
        "j2",
    ];

    private readonly Lazy<WrittenPaths> written = new(() => new WrittenPaths(deployment));

    private readonly Lazy<HashSet<string>> edited = new(() =>
        deployment
            .Commands.Where(site => Editors.Contains(site.Command.Program))
            .SelectMany(site => site.Command.Words)
            .Select(word => RepositoryPath.NameOf(word.Literal ?? word.Raw.Trim('"', '\'')))
            .ToHashSet(StringComparer.Ordinal)
    );

    // `envsubst < proxy.yaml | kubectl apply -f -`, or Flux with substitutions.
    private readonly Lazy<bool> fillsManifests = new(() =>
        deployment.Commands.Any(site => site.Command.Program is "envsubst" or "gomplate" or "kubesubst")
        || deployment.Of<KubernetesManifest>().Any(manifest => manifest.File.Text.Contains("postBuild:", StringComparison.Ordinal))
    );

    /// <summary>A file that is written anew may hold anything; one that is edited keeps its form, and may lose its holes.</summary>
    public PlacedConfiguration Apply(PlacedConfiguration placed)
    {
        var isAnew = written.Value.Find(placed.File.Path) is not null;
        return placed with
        {
            Foreign = isAnew ? null : placed.Foreign,
            Holes =
                isAnew || edited.Value.Contains(placed.File.Name) || (placed.IsInManifest && fillsManifests.Value)
                    ? [.. placed.Holes.Select(hole => hole with { Fate = HoleFate.Filled })]
                    : placed.Holes,
        };
    }
}
