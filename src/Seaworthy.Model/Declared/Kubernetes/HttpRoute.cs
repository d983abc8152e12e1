using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A route of the Gateway API, or an OpenShift Route: hosts and the Services that answer them.</summary>
/// <remarks>Gateway API, HTTPRoute, GRPCRoute.</remarks>
public sealed record HttpRoute : KubernetesObject
{
    public HttpRoute(KubernetesObject original)
        : base(original) { }

    public IReadOnlyList<Fact<string>> Hosts { get; init; } = [];

    public IReadOnlyList<IngressPath> Paths { get; init; } = [];

    public IReadOnlyList<GatewayReference> Gateways { get; init; } = [];
}
