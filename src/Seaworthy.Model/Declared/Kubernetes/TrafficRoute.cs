using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A VirtualService of Istio or an IngressRoute of Traefik: the other objects of its proxy that it names.</summary>
/// <remarks>Istio reference, VirtualService; Traefik documentation, "Kubernetes IngressRoute".</remarks>
public sealed record TrafficRoute : KubernetesObject
{
    public TrafficRoute(KubernetesObject original)
        : base(original) { }

    /// <summary>For Istio: <c>NAME</c> or <c>NAMESPACE/NAME</c>.</summary>
    public IReadOnlyList<Fact<string>> Gateways { get; init; } = [];

    public IReadOnlyList<SubsetReference> Subsets { get; init; } = [];

    /// <summary>For Traefik.</summary>
    public IReadOnlyList<ObjectReference> Middlewares { get; init; } = [];
}
