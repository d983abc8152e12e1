using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Claims and volumes.</summary>
internal static class StorageReading
{
    // Keys of a volume's spec that say how it is used, and not what it is.
    private static readonly string[] Settings =
    [
        "accessModes",
        "capacity",
        "claimRef",
        "mountOptions",
        "nodeAffinity",
        "persistentVolumeReclaimPolicy",
        "storageClassName",
        "volumeAttributesClassName",
        "volumeMode",
    ];

    private static readonly string[] FileSystemKeys = ["fsType", "csi.storage.k8s.io/fstype", "fstype"];

    public static PersistentVolumeClaim Claim(KubernetesObject header, Node node) =>
        new(header)
        {
            StorageClass = node.At("spec", "storageClassName")?.Fact,
            AccessModes = KubernetesValues.Texts(node.At("spec", "accessModes")),
            Storage = node.At("spec", "resources", "requests", "storage")?.Fact,
            VolumeName = node.At("spec", "volumeName")?.Fact,
        };

    public static StorageClass Class(KubernetesObject header, Node node) =>
        new(header)
        {
            Provisioner = node["provisioner"]?.Fact,
            FileSystem = FileSystemKeys.Select(key => node.At("parameters", key)?.Fact).FirstOrDefault(fact => fact is not null),
        };

    public static PersistentVolume Volume(KubernetesObject header, Node node)
    {
        var source = node["spec"]?.Entries.FirstOrDefault(entry => !Settings.Contains(entry.Key));
        return new(header)
        {
            StorageClass = node.At("spec", "storageClassName")?.Fact,
            AccessModes = KubernetesValues.Texts(node.At("spec", "accessModes")),
            Storage = node.At("spec", "capacity", "storage")?.Fact,
            HostPath = node.At("spec", "hostPath", "path")?.Fact ?? node.At("spec", "local", "path")?.Fact,
            Source = source is null ? null : new Fact<string>(source.Key, source.KeySpan),
            Driver = node.At("spec", "csi", "driver")?.Fact,
            FileSystem = source?.Value["fsType"]?.Fact,
        };
    }
}
