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

    /// <summary>Its name gives the pods' own addresses.</summary>
    public bool IsHeadless => ClusterIp?.Value is "None";
}
