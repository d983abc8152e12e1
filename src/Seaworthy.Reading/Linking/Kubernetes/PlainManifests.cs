using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Manifests without a kustomization: those below one directory for Kubernetes belong together, apart for each environment that a name below it says.</summary>
internal static class PlainManifests
{
    public static IEnumerable<KubernetesStack> Stacks(IReadOnlyList<KubernetesManifest> manifests)
    {
        var directories = manifests.Select(manifest => manifest.File.Directory).ToHashSet(StringComparer.Ordinal);
        return manifests
            .GroupBy(manifest => Root(manifest.File.Directory, directories), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .SelectMany(group => Parts(group.Key, [.. group]).SelectMany(part => Stacks(group.Key, part)));
    }

    /// <summary>Files side by side and directories below them that hold the same workloads are two ways to deploy one thing: <c>kubectl apply -f .</c> takes the files only.</summary>
    /// <remarks>Source: kubectl reference, "kubectl apply", <c>--recursive</c>.</remarks>
    private static IEnumerable<IReadOnlyList<KubernetesManifest>> Parts(string root, IReadOnlyList<KubernetesManifest> manifests)
    {
        var byPlace = manifests.ToLookup(manifest => manifest.File.Directory == root);
        return Alternatives.Share(byPlace[true], byPlace[false])
            ?
            [
                [.. byPlace[true]],
                [.. byPlace[false]],
            ]
            : [manifests];
    }

    /// <summary>The topmost directory that is named for Kubernetes, else the topmost that holds manifests itself. The root of the repository gathers nothing.</summary>
    private static string Root(string directory, HashSet<string> directories)
    {
        var above = RepositoryPath.Ancestors(directory).Where(ancestor => ancestor.Length > 0).Reverse().ToList();
        return above.FirstOrDefault(ancestor => IsForKubernetes(RepositoryPath.NameOf(ancestor)))
            ?? above.FirstOrDefault(directories.Contains)
            ?? directory;
    }

    private static bool IsForKubernetes(string name) =>
        name.Contains("k8s", StringComparison.OrdinalIgnoreCase)
        || name.Contains("kube", StringComparison.OrdinalIgnoreCase)
        || name is "manifests" or "openshift";

    private static IEnumerable<KubernetesStack> Stacks(string root, IReadOnlyList<KubernetesManifest> manifests)
    {
        var byEnvironment = manifests.ToLookup(manifest =>
            IsOfCertificates(manifest) ? TargetEnvironment.Unstated : EnvironmentBelow(root, manifest)
        );
        var shared = byEnvironment[TargetEnvironment.Unstated].ToList();
        var stated = byEnvironment.Where(group => group.Key != TargetEnvironment.Unstated).OrderBy(group => (int)group.Key).ToList();
        return stated.Count == 0
            ? Alternatives
                .Of(shared)
                .Select(set => Stack(set.Count == shared.Count ? root : NameOf(root, set), set, EnvironmentName.Of(root)))
            : stated.SelectMany(group =>
                Alternatives.Of([.. shared, .. group]).Select(set => Stack(NameOf(root, [.. group]), set, group.Key))
            );
    }

    // letsencrypt-prod.yaml names the environment of the authority.
    private static bool IsOfCertificates(KubernetesManifest manifest) =>
        manifest.Objects.Count > 0 && manifest.Objects.All(found => found.Kind.Value is "ClusterIssuer" or "Issuer" or "Certificate");

    private static TargetEnvironment EnvironmentBelow(string root, KubernetesManifest manifest)
    {
        var below = RepositoryPath.Below(root, manifest.File.Path);
        var directories = RepositoryPath.Parent(below);
        return
            directories.Length > 0
            && directories != below
            && EnvironmentName.Of(directories) is var environment and not TargetEnvironment.Unstated
            ? environment
            : OfFile(manifest.File.Name);
    }

    // A file called test-pod.yaml or local-storage.yaml is not for an environment: only these words are believed in the name of a file.
    private static TargetEnvironment OfFile(string name) =>
        EnvironmentName.Of(name) is var environment and (TargetEnvironment.Production or TargetEnvironment.Staging)
            ? environment
            : TargetEnvironment.Unstated;

    private static string NameOf(string root, IReadOnlyList<KubernetesManifest> manifests) =>
        manifests.Count == 1 ? manifests[0].File.Path
        : manifests.Select(manifest => manifest.File.Directory).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only
        : root;

    /// <summary>What a strategic merge lays over a workload elsewhere: it names containers, and says neither what they run nor which pods are meant.</summary>
    private static bool IsFragment(KubernetesObject found) =>
        found is KubernetesWorkload { Selector: null, Pod.Containers: { Count: > 0 } containers, Kind.Value: not "Pod" }
        && containers.All(container => container.Image is null);

    private static KubernetesStack Stack(string name, IReadOnlyList<KubernetesManifest> manifests, TargetEnvironment environment) =>
        new(
            name.Length == 0 ? manifests[0].File.Path : name,
            [.. manifests.Select(manifest => manifest.File)],
            [.. manifests.SelectMany(manifest => manifest.Objects).Where(found => !IsFragment(found))]
        )
        {
            Environment = environment,
            PartialBecause = manifests.FirstOrDefault(manifest => !manifest.IsWhole && !manifest.IsTemplate) is { } broken
                ? $"{broken.File.Path} could not be read completely"
                : null,
        };
}
