namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>What a storage class makes its volumes of.</summary>
public enum StorageKind
{
    Unknown,

    /// <summary>A disk with a file system of its own, ext4 unless a parameter says otherwise.</summary>
    Block,

    /// <summary>A directory of a node or of a file server.</summary>
    Directory,
}
