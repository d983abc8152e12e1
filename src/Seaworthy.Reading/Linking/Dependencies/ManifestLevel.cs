using System.Collections.Concurrent;
using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The manifests of one directory that many components have above them: what they declare is asked for once, not for each component.</summary>
internal sealed class ManifestLevel
{
    private readonly HashSet<string> names;
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.Ordinal);

    public ManifestLevel(IReadOnlyList<Manifest> manifests)
    {
        Manifests = manifests;
        HasDynamicDependencies = manifests.Any(manifest =>
            manifest is PyProject { HasDynamicDependencies: true } or SetupScript { HasDynamicDependencies: true }
        );
        names = manifests
            .SelectMany(manifest => manifest.Dependencies)
            .SelectMany(InstalledDistributions.Names)
            .ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<Manifest> Manifests { get; }

    /// <summary>Packages come from somewhere that is not read: a computed list.</summary>
    public bool HasDynamicDependencies { get; }

    public bool Bring(string module) => known.GetOrAdd(module, asked => InstalledDistributions.Bring(names, asked));
}
