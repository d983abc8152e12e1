using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>An object that makes pods: Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Rollout, or a Pod itself.</summary>
/// <remarks>Kubernetes documentation, "Workloads".</remarks>
public sealed record KubernetesWorkload : KubernetesObject
{
    public KubernetesWorkload(KubernetesObject original)
        : base(original) { }

    public Fact<int>? Replicas { get; init; }

    public LabelSelector? Selector { get; init; }

    /// <summary>Absent in patches that leave it alone.</summary>
    public PodTemplate? Pod { get; init; }

    /// <summary>For a StatefulSet: the headless Service that names its pods.</summary>
    public Fact<string>? ServiceName { get; init; }

    public IReadOnlyList<PersistentVolumeClaim> VolumeClaimTemplates { get; init; } = [];

    /// <summary>For a CronJob.</summary>
    public Fact<string>? Schedule { get; init; }

    /// <summary><c>RollingUpdate</c>, <c>Recreate</c>, <c>OnDelete</c>.</summary>
    public Fact<string>? Strategy { get; init; }

    /// <summary>The key of <c>rollingUpdate</c>, unless its value is null.</summary>
    public SourceSpan? RollingUpdate { get; init; }

    public Fact<string>? MaxSurge { get; init; }

    public Fact<string>? MaxUnavailable { get; init; }

    /// <summary>For a patch: what it writes replaces the strategy, or takes <c>rollingUpdate</c> away.</summary>
    public bool ReplacesStrategy { get; init; }

    /// <summary>Runs to its end: a Job or a CronJob.</summary>
    public bool IsOneShot => Kind.Value is "Job" or "CronJob";
}
