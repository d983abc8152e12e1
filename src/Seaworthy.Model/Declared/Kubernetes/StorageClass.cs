using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>How volumes are made for claims that name it, or that name no class if it is the default.</summary>
/// <remarks>Kubernetes documentation, "Storage Classes".</remarks>
public sealed record StorageClass : KubernetesObject
{
    public StorageClass(KubernetesObject original)
        : base(original) { }

    public Fact<string>? Provisioner { get; init; }

    /// <summary>The file system of its volumes; absent means the one of the provisioner, which is ext4 for block devices.</summary>
    public Fact<string>? FileSystem { get; init; }

    /// <summary>Claims without a class get this one.</summary>
    public bool IsDefault =>
        Annotations.Any(pair =>
            pair
                is {
                    Key: "storageclass.kubernetes.io/is-default-class" or "storageclass.beta.kubernetes.io/is-default-class",
                    Value.Value: "true"
                }
        );
}
