using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A claim for storage, an object of its own or a template of a StatefulSet.</summary>
public sealed record PersistentVolumeClaim : KubernetesObject
{
    public PersistentVolumeClaim(KubernetesObject original)
        : base(original) { }

    public Fact<string>? StorageClass { get; init; }

    public IReadOnlyList<Fact<string>> AccessModes { get; init; } = [];

    /// <summary>How much is asked for.</summary>
    public Fact<string>? Storage { get; init; }

    /// <summary>The volume that it must get.</summary>
    public Fact<string>? VolumeName { get; init; }
}
