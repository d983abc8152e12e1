namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>The kinds that the Kubernetes API serves by itself, under their versions; it tells capitals from small letters.</summary>
/// <remarks>Source: Kubernetes API reference, v1.34.</remarks>
public static class KubernetesKinds
{
    private static readonly Dictionary<string, string[]> ByVersion = new(StringComparer.Ordinal)
    {
        ["v1"] =
        [
            "ConfigMap",
            "Endpoints",
            "LimitRange",
            "Namespace",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "Pod",
            "ResourceQuota",
            "Secret",
            "Service",
            "ServiceAccount",
        ],
        ["apps/v1"] = ["DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
        ["batch/v1"] = ["CronJob", "Job"],
        ["networking.k8s.io/v1"] = ["Ingress", "IngressClass", "NetworkPolicy"],
        ["autoscaling/v1"] = ["HorizontalPodAutoscaler"],
        ["autoscaling/v2"] = ["HorizontalPodAutoscaler"],
        ["policy/v1"] = ["PodDisruptionBudget"],
        ["rbac.authorization.k8s.io/v1"] = ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
        ["storage.k8s.io/v1"] = ["StorageClass"],
        ["kustomize.config.k8s.io/v1beta1"] = ["Kustomization"],
        ["kustomize.config.k8s.io/v1alpha1"] = ["Component"],
    };

    /// <summary>The kind that was meant, when the version serves this one in other letters only: <c>Deployment</c> of <c>apps/v1</c> and <c>deployment</c>.</summary>
    public static string? InOtherLetters(string version, string kind) =>
        ByVersion.GetValueOrDefault(version) is { } kinds && !kinds.Contains(kind, StringComparer.Ordinal)
            ? Array.Find(kinds, known => known.Equals(kind, StringComparison.OrdinalIgnoreCase))
            : null;
}
