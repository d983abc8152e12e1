namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>Kinds of objects.</summary>
internal static class ClusterKinds
{
    /// <summary>Those that lie in no namespace.</summary>
    /// <remarks>Source: Kubernetes API reference; <c>kubectl api-resources --namespaced=false</c>.</remarks>
    public static IReadOnlySet<string> WithoutSpace { get; } =
        new HashSet<string>
        {
            "Namespace",
            "Node",
            "PersistentVolume",
            "StorageClass",
            "CSIDriver",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "APIService",
            "IngressClass",
            "GatewayClass",
            "PriorityClass",
            "RuntimeClass",
            "MutatingWebhookConfiguration",
            "ValidatingWebhookConfiguration",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ClusterIssuer",
            "ClusterSecretStore",
        };

    /// <summary>The resource of a kind, as rights name it.</summary>
    /// <remarks>Source: kubernetes/apimachinery, pkg/api/meta/restmapper.go, UnsafeGuessKindToResource.</remarks>
    public static string Resource(string kind, string group)
    {
        var single = kind.ToLowerInvariant();
        var many =
            single is "endpoints" ? single
            : single[^1] == 's' ? single + "es"
            : single[^1] == 'y' && !single.EndsWith("gateway", StringComparison.Ordinal) ? single[..^1] + "ies"
            : single + "s";
        return group.Length > 0 ? $"{many}.{group}" : many;
    }
}
