using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Peers and ports that are let through; an empty list means all of them.</summary>
public sealed record NetworkPolicyRule(IReadOnlyList<NetworkPolicyPeer> Peers, IReadOnlyList<Fact<string>> Ports, SourceSpan Span)
{
    /// <summary>Some of its ports are a range, or all of one protocol: more than <see cref="Ports"/> says.</summary>
    public bool HasMorePorts { get; init; }
}
