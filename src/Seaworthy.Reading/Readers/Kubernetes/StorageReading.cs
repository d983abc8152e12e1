using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Claims and volumes.</summary>
internal static class StorageReading
{
    public static PersistentVolumeClaim Claim(KubernetesObject header, Node node) =>
        new(header)
        {
            StorageClass = node.At("spec", "storageClassName")?.Fact,
            AccessModes = KubernetesValues.Texts(node.At("spec", "accessModes")),
            Storage = node.At("spec", "resources", "requests", "storage")?.Fact,
            VolumeName = node.At("spec", "volumeName")?.Fact,
        };

    public static PersistentVolume Volume(KubernetesObject header, Node node) =>
        new(header)
        {
            StorageClass = node.At("spec", "storageClassName")?.Fact,
            AccessModes = KubernetesValues.Texts(node.At("spec", "accessModes")),
            Storage = node.At("spec", "capacity", "storage")?.Fact,
            HostPath = node.At("spec", "hostPath", "path")?.Fact ?? node.At("spec", "local", "path")?.Fact,
        };
}
