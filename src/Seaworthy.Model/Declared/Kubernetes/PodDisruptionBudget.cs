namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>How many of some pods may be missing during maintenance.</summary>
public sealed record PodDisruptionBudget : KubernetesObject
{
    public PodDisruptionBudget(KubernetesObject original)
        : base(original) { }

    public LabelSelector? Selector { get; init; }
}
