namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>How the kubelet asks.</summary>
public enum KubernetesProbeKind
{
    /// <summary>No known handler is there.</summary>
    None,
    Http,
    Tcp,
    Exec,
    Grpc,
}
