using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A piece of storage made by hand.</summary>
public sealed record PersistentVolume : KubernetesObject
{
    public PersistentVolume(KubernetesObject original)
        : base(original) { }

    public Fact<string>? StorageClass { get; init; }

    public IReadOnlyList<Fact<string>> AccessModes { get; init; } = [];

    public Fact<string>? Storage { get; init; }

    /// <summary>A directory of one node.</summary>
    public Fact<string>? HostPath { get; init; }

    /// <summary>The key that says what it is: <c>hostPath</c>, <c>nfs</c>, <c>csi</c>…</summary>
    public Fact<string>? Source { get; init; }

    /// <summary>For <c>csi</c>: the driver.</summary>
    public Fact<string>? Driver { get; init; }

    /// <summary><c>ext4</c> when the source is a block device and nothing is written.</summary>
    public Fact<string>? FileSystem { get; init; }
}
