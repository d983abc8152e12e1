namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A Role or ClusterRole: what those bound to it may do.</summary>
/// <remarks>Kubernetes documentation, "Using RBAC Authorization".</remarks>
public sealed record Role : KubernetesObject
{
    public Role(KubernetesObject original)
        : base(original) { }

    public IReadOnlyList<RoleRule> Rules { get; init; } = [];

    /// <summary>Its rules come from other roles.</summary>
    public bool IsAggregated { get; init; }

    public bool Allows(KubernetesAction action) => Rules.Any(rule => rule.Allows(action));
}
