using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A Service: a name and ports in front of the pods that its selector matches.</summary>
/// <remarks>Kubernetes documentation, "Service".</remarks>
public sealed record KubernetesService : KubernetesObject
{
    public KubernetesService(KubernetesObject original)
        : base(original) { }

    /// <summary><c>ClusterIP</c> when absent.</summary>
    public Fact<string>? Type { get; init; }

    /// <summary>Empty: endpoints are made by hand.</summary>
    public IReadOnlyList<KubernetesPair> Selector { get; init; } = [];

    /// <summary>The place of the selector as a whole.</summary>
    public SourceSpan? SelectorSpan { get; init; }

    public IReadOnlyList<ServicePort> Ports { get; init; } = [];

    public Fact<string>? ClusterIp { get; init; }

    public Fact<string>? ExternalName { get; init; }

    /// <summary>The addresses from which alone a load balancer takes traffic; null when nothing limits them.</summary>
    public SourceSpan? SourceRanges { get; init; }

    /// <summary>Who is outside of the cluster and its private network gets to its ports.</summary>
    /// <remarks>Source: Kubernetes documentation, "Service", "type: NodePort", "type: LoadBalancer", "Internal load balancer".</remarks>
    public bool IsOpen =>
        Type?.Value == "NodePort"
        || (
            Type?.Value == "LoadBalancer"
            && SourceRanges is null
            && !Annotations.Any(pair =>
                pair.Key.Contains("internal", StringComparison.OrdinalIgnoreCase)
                || pair.Value?.Value.Contains("internal", StringComparison.OrdinalIgnoreCase) is true
            )
        );

    /// <summary>Its name gives the pods' own addresses.</summary>
    public bool IsHeadless => ClusterIp?.Value is "None";
}
