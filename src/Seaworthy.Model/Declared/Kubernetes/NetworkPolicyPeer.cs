using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Pods, namespaces, or a range of addresses.</summary>
public sealed record NetworkPolicyPeer(LabelSelector? Pods, LabelSelector? Namespaces, Fact<string>? Addresses, SourceSpan Span)
{
    /// <summary>Ranges that are taken out of <see cref="Addresses"/>.</summary>
    public IReadOnlyList<Fact<string>> Except { get; init; } = [];
}
