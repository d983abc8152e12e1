using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Ports;

/// <summary>A routing rule and the proxy that reads it.</summary>
/// <param name="Rule">As the proxy reads it.</param>
/// <param name="Subject">The router, in words: <c>router web in compose.yaml</c>.</param>
/// <param name="Proxy">The proxy's image.</param>
internal sealed record RoutingRule(Fact<string> Rule, string Subject, Fact<string> Proxy)
{
    /// <summary>The major version of the proxy.</summary>
    public int Major { get; init; }
}
