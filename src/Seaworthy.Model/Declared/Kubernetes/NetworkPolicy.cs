using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Which connections some pods may take and make.</summary>
/// <remarks>Kubernetes documentation, "Network Policies".</remarks>
public sealed record NetworkPolicy : KubernetesObject
{
    public NetworkPolicy(KubernetesObject original)
        : base(original) { }

    /// <summary>The pods it holds for; without labels, all of the namespace.</summary>
    public LabelSelector? PodSelector { get; init; }

    public IReadOnlyList<Fact<string>> PolicyTypes { get; init; } = [];

    public IReadOnlyList<NetworkPolicyRule> Ingress { get; init; } = [];

    public IReadOnlyList<NetworkPolicyRule> Egress { get; init; } = [];
}
