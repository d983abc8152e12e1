namespace Seaworthy.Model.Known;

/// <summary>The versions of Kubernetes APIs that were taken away.</summary>
/// <remarks>Source: Kubernetes documentation, "Deprecated API Migration Guide".</remarks>
public static class RemovedApis
{
    public static IReadOnlyList<RemovedApi> All { get; } =
    [
        new("extensions/v1beta1", ["Deployment", "DaemonSet", "ReplicaSet"], "1.16", "apps/v1"),
        new("extensions/v1beta1", ["NetworkPolicy"], "1.16", "networking.k8s.io/v1"),
        new("extensions/v1beta1", ["Ingress"], "1.22", "networking.k8s.io/v1"),
        new("apps/v1beta1", [], "1.16", "apps/v1"),
        new("apps/v1beta2", [], "1.16", "apps/v1"),
        new("networking.k8s.io/v1beta1", ["Ingress", "IngressClass"], "1.22", "networking.k8s.io/v1"),
        new(
            "admissionregistration.k8s.io/v1beta1",
            ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
            "1.22",
            "admissionregistration.k8s.io/v1"
        ),
        new("apiextensions.k8s.io/v1beta1", [], "1.22", "apiextensions.k8s.io/v1"),
        new("apiregistration.k8s.io/v1beta1", [], "1.22", "apiregistration.k8s.io/v1"),
        new("certificates.k8s.io/v1beta1", [], "1.22", "certificates.k8s.io/v1"),
        new("coordination.k8s.io/v1beta1", ["Lease"], "1.22", "coordination.k8s.io/v1"),
        new("rbac.authorization.k8s.io/v1beta1", [], "1.22", "rbac.authorization.k8s.io/v1"),
        new("scheduling.k8s.io/v1beta1", [], "1.22", "scheduling.k8s.io/v1"),
        new("storage.k8s.io/v1beta1", ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"], "1.22", "storage.k8s.io/v1"),
        new("batch/v1beta1", ["CronJob"], "1.25", "batch/v1"),
        new("discovery.k8s.io/v1beta1", ["EndpointSlice"], "1.25", "discovery.k8s.io/v1"),
        new("events.k8s.io/v1beta1", ["Event"], "1.25", "events.k8s.io/v1"),
        new("autoscaling/v2beta1", [], "1.25", "autoscaling/v2"),
        new("autoscaling/v2beta2", [], "1.26", "autoscaling/v2"),
        new("policy/v1beta1", ["PodDisruptionBudget"], "1.25", "policy/v1"),
        new("policy/v1beta1", ["PodSecurityPolicy"], "1.25", "Pod Security Admission"),
        new("node.k8s.io/v1beta1", ["RuntimeClass"], "1.25", "node.k8s.io/v1"),
        new("storage.k8s.io/v1beta1", ["CSIStorageCapacity"], "1.27", "storage.k8s.io/v1"),
    ];

    public static RemovedApi? Find(string version, string kind) =>
        All.FirstOrDefault(api => api.Version == version && (api.Kinds.Count == 0 || api.Kinds.Contains(kind)));
}
