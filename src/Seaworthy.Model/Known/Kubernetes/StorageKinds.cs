namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>Provisioners, and the storage classes that cloud providers and installers make under fixed names.</summary>
/// <remarks>Source: Kubernetes documentation, "Storage Classes" (<c>fsType</c>, default ext4); the README of each CSI driver.</remarks>
public static class StorageKinds
{
    private static readonly HashSet<string> BlockProvisioners = new(StringComparer.Ordinal)
    {
        "ebs.csi.aws.com",
        "ebs.csi.eks.amazonaws.com",
        "kubernetes.io/aws-ebs",
        "pd.csi.storage.gke.io",
        "kubernetes.io/gce-pd",
        "disk.csi.azure.com",
        "kubernetes.io/azure-disk",
        "dobs.csi.digitalocean.com",
        "linodebs.csi.linode.com",
        "csi.hetzner.cloud",
        "csi.civo.com",
        "block.csi.vultr.com",
        "csi.scaleway.com",
        "blockvolume.csi.oraclecloud.com",
        "cinder.csi.openstack.org",
        "kubernetes.io/cinder",
        "driver.longhorn.io",
        "rook-ceph.rbd.csi.ceph.com",
        "rbd.csi.ceph.com",
        "csi.vsphere.vmware.com",
    };

    private static readonly HashSet<string> DirectoryProvisioners = new(StringComparer.Ordinal)
    {
        "rancher.io/local-path",
        "k8s.io/minikube-hostpath",
        "docker.io/hostpath",
        "microk8s.io/hostpath",
        "kubernetes.io/host-path",
        "openebs.io/local",
        "efs.csi.aws.com",
        "filestore.csi.storage.gke.io",
        "file.csi.azure.com",
        "kubernetes.io/azure-file",
        "nfs.csi.k8s.io",
        "smb.csi.k8s.io",
        "cluster.local/nfs-subdir-external-provisioner",
        "k8s-sigs.io/nfs-subdir-external-provisioner",
        "rook-ceph.cephfs.csi.ceph.com",
        "cephfs.csi.ceph.com",
    };

    // "standard" and "default" are names of several providers: GKE's disks, and minikube's directories.
    private static readonly HashSet<string> BlockClasses = new(StringComparer.Ordinal)
    {
        "gp2",
        "gp3",
        "io1",
        "io2",
        "ebs-sc",
        "standard-rwo",
        "premium-rwo",
        "managed-csi",
        "managed-csi-premium",
        "managed-premium",
        "do-block-storage",
        "do-block-storage-retain",
        "linode-block-storage",
        "linode-block-storage-retain",
        "hcloud-volumes",
        "civo-volume",
        "vultr-block-storage",
        "scw-bssd",
        "oci-bv",
        "longhorn",
        "rook-ceph-block",
    };

    private static readonly HashSet<string> DirectoryClasses = new(StringComparer.Ordinal)
    {
        "local-path",
        "hostpath",
        "microk8s-hostpath",
        "openebs-hostpath",
        "nfs",
        "nfs-client",
        "nfs-csi",
        "efs-sc",
        "azurefile",
        "azurefile-csi",
        "azurefile-premium",
        "rook-cephfs",
        "standard-rwx",
    };

    // Keys of a volume: of a pod, or of a PersistentVolume.
    private static readonly HashSet<string> BlockSources = new(StringComparer.Ordinal)
    {
        "awsElasticBlockStore",
        "gcePersistentDisk",
        "azureDisk",
        "cinder",
        "rbd",
        "iscsi",
        "fc",
        "vsphereVolume",
    };

    /// <summary>What a provisioner or CSI driver makes.</summary>
    public static StorageKind OfProvisioner(string name) =>
        BlockProvisioners.Contains(name) ? StorageKind.Block
        : DirectoryProvisioners.Contains(name) ? StorageKind.Directory
        : StorageKind.Unknown;

    /// <summary>What a class of this name is where no file of the repository defines it.</summary>
    public static StorageKind OfClass(string name) =>
        BlockClasses.Contains(name) ? StorageKind.Block
        : DirectoryClasses.Contains(name) ? StorageKind.Directory
        : StorageKind.Unknown;

    /// <summary>What the key of a volume means: <c>gcePersistentDisk</c>, <c>nfs</c>, <c>hostPath</c>.</summary>
    public static StorageKind OfSource(string key) =>
        BlockSources.Contains(key) ? StorageKind.Block
        : key is "csi" or "flexVolume" ? StorageKind.Unknown
        : StorageKind.Directory;
}
