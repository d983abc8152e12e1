using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>A path that Traefik passes on to a service.</summary>
/// <param name="To">How it begins when it arrives.</param>
/// <param name="Span">The rule, or the middleware that takes something away.</param>
internal sealed record TraefikPath(Workload Proxy, Workload Callee, string From, string To, SourceSpan Span)
{
    /// <summary>Where the router chooses the middleware that takes something away.</summary>
    public SourceSpan? Chosen { get; init; }
}
