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
}
