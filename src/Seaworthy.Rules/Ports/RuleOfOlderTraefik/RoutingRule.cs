using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Ports;

/// <summary>A rule by which a proxy routes, and the proxy that reads it.</summary>
/// <param name="Rule">As the proxy gets it.</param>
/// <param name="Subject">The router, as a person would name it: <c>router web in compose.yaml</c>.</param>
/// <param name="Proxy">The image that is run.</param>
internal sealed record RoutingRule(Fact<string> Rule, string Subject, Fact<string> Proxy)
{
    /// <summary>The major version of the proxy.</summary>
    public int Major { get; init; }
}
