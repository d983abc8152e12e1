namespace Seaworthy.Model.Known.Kubernetes;

/// <summary>The form of a field's value, as far as it decides whether the API server takes it.</summary>
public enum KubernetesFieldKind
{
    Any,
    Integer,
    Truth,
    Map,
    List,
}
