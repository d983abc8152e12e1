using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>Changes the replicas of a workload: HorizontalPodAutoscaler, or KEDA's ScaledObject.</summary>
public sealed record Autoscaler : KubernetesObject
{
    public Autoscaler(KubernetesObject original)
        : base(original) { }

    public ObjectReference? Target { get; init; }

    public Fact<int>? MinReplicas { get; init; }

    public Fact<int>? MaxReplicas { get; init; }

    /// <summary>The types of its metrics (<c>Resource</c>, <c>Pods</c>, <c>External</c>, a trigger of KEDA), with the resource's or metric's name.</summary>
    public IReadOnlyList<AutoscalerMetric> Metrics { get; init; } = [];
}
