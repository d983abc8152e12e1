using Seaworthy.Model.Declared.Manifests;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>The manifests that say what the source of a component may import, the nearest directory first.</summary>
internal sealed class DeclaringManifests(IReadOnlyList<ManifestLevel> levels)
{
    public bool IsEmpty => Nearest is null;

    public Manifest? Nearest { get; } = levels.SelectMany(level => level.Manifests).FirstOrDefault();

    public IEnumerable<Manifest> All => levels.SelectMany(level => level.Manifests).DistinctBy(manifest => manifest.File.Path);

    public bool HaveDynamicDependencies => levels.Any(level => level.HasDynamicDependencies);

    public bool Bring(string module) => levels.Any(level => level.Bring(module));
}
