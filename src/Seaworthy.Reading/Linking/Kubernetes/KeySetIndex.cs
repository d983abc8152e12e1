using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>ConfigMaps and Secrets by kind and name.</summary>
internal sealed class KeySetIndex(IReadOnlyList<KeySet> sets)
{
    private readonly ILookup<Key, KeySet> byName = sets.ToLookup(set => new Key(set.Holder, set.Name));

    public IReadOnlyList<KeySet> All => sets;

    public IEnumerable<KeySet> Named(KeyReference reference) => byName[new Key(reference.Holder, reference.Name.Value)];

    /// <summary>Those of them that may lie in the namespace of whoever refers to them; null for one that is not written.</summary>
    public IEnumerable<KeySet> For(string? space, KeyReference reference) =>
        Named(reference).Where(set => set.Namespace is null || space is null || set.Namespace == space);

    private sealed record Key(KeyHolder Holder, string Name);
}
