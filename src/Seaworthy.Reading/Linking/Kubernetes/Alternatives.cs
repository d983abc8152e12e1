using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>Files that define the same workloads are not applied together: a whole demo in one file beside its parts, a quick start beside the full set.</summary>
internal sealed class Alternatives
{
    private const int MostSets = 8;

    private readonly IReadOnlyList<Candidate> files;

    private Alternatives(IReadOnlyList<KubernetesManifest> manifests)
    {
        var names = manifests.Select(manifest => new { Manifest = manifest, Workloads = Workloads(manifest) }).ToList();
        var owners = names
            .SelectMany(file => file.Workloads)
            .GroupBy(name => name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal);
        files = [.. names.Select(file => new Candidate(file.Manifest, file.Workloads, file.Workloads.Count(name => owners[name] > 1) > 1))];
    }

    /// <summary>Every set of files without two that exclude each other: one for each file that is excluded by another, with all that it can be beside.</summary>
    public static IReadOnlyList<IReadOnlyList<KubernetesManifest>> Of(IReadOnlyList<KubernetesManifest> manifests)
    {
        Alternatives alternatives = new(manifests);
        return alternatives.files.Any(file => file.IsWhole) ? alternatives.Sets() : [manifests];
    }

    /// <summary>Both define several workloads of the same names.</summary>
    public static bool Share(IEnumerable<KubernetesManifest> some, IEnumerable<KubernetesManifest> others)
    {
        var names = some.SelectMany(Workloads).ToHashSet(StringComparer.Ordinal);
        return names.Count > 1 && others.SelectMany(Workloads).Distinct(StringComparer.Ordinal).Count(names.Contains) > 1;
    }

    private List<IReadOnlyList<KubernetesManifest>> Sets() =>
        [
            .. files
                .Where(file => files.Any(other => file.Excludes(other)))
                .Select(Beside)
                .DistinctBy(set => string.Join('\n', set.Select(manifest => manifest.File.Path)), StringComparer.Ordinal)
                .Take(MostSets),
        ];

    private IReadOnlyList<KubernetesManifest> Beside(Candidate file)
    {
        List<Candidate> set = [file];
        set.AddRange(files.Where(other => !ReferenceEquals(other, file) && !set.Exists(taken => taken.Excludes(other))));
        return [.. set.Select(taken => taken.Manifest).OrderBy(manifest => manifest.File.Path, StringComparer.Ordinal)];
    }

    private static HashSet<string> Workloads(KubernetesManifest manifest) =>
        manifest
            .Workloads.Where(workload => workload.Name is not null)
            .Select(workload => $"{workload.Kind.Value} {workload.Name?.Value} {workload.Namespace?.Value}")
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A file and its workloads; it is whole when others define two of them or more.</summary>
    private sealed class Candidate(KubernetesManifest manifest, HashSet<string> workloads, bool isWhole)
    {
        public KubernetesManifest Manifest { get; } = manifest;

        public bool IsWhole { get; } = isWhole;

        public bool Excludes(Candidate other) => !ReferenceEquals(this, other) && (IsWhole || other.IsWhole) && Names.Overlaps(other.Names);

        private HashSet<string> Names { get; } = workloads;
    }
}
