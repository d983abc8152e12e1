namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A ConfigMap or Secret whose keys become files of a volume.</summary>
/// <param name="Items">Empty: every key becomes a file of its own name.</param>
public sealed record VolumeKeys(KeyReference Source, IReadOnlyList<VolumeItem> Items);
