using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>ConfigMaps and Secrets by kind and name.</summary>
internal sealed class KeySetIndex(IReadOnlyList<KeySet> sets)
{
    private readonly ILookup<Key, KeySet> byName = sets.ToLookup(set => new Key(set.Holder, set.Name));

    public IReadOnlyList<KeySet> All => sets;

    public IEnumerable<KeySet> Named(KeyReference reference) => byName[new Key(reference.Holder, reference.Name.Value)];

    /// <summary>Those that may lie in the namespace of the reference; null for an unwritten namespace.</summary>
    public IEnumerable<KeySet> For(string? space, KeyReference reference) =>
        Named(reference).Where(set => set.Namespace is null || space is null || set.Namespace == space);

    private sealed record Key(KeyHolder Holder, string Name);
}
