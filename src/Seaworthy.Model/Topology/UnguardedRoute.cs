using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A way from outside to a workload: a proxy, an Ingress or a router passes on what anybody sends.</summary>
/// <param name="By">In words: <c>Ingress shop (pgadmin.example.com)</c>, <c>location `/flower/` of nginx</c>.</param>
/// <param name="Kind">What kind of configuration it stands in.</param>
/// <param name="Span">The place that names the workload, or the route.</param>
public sealed record UnguardedRoute(string By, RouteKind Kind, Workload Target, SourceSpan Span)
{
    /// <summary>The workload that passes requests on; null for what the cluster or a proxy from elsewhere reads.</summary>
    public Workload? Proxy { get; init; }

    /// <summary>The ports inside the proxy on which it takes the requests; empty where that is not known.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [];
}
