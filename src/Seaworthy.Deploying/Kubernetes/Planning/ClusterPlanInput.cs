using Seaworthy.Deploying.Ledger;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>All that a plan for a cluster depends on.</summary>
/// <param name="Parts">What is declared.</param>
/// <param name="Observed">The declared workloads that are there.</param>
/// <param name="Release">The number of the release that is made.</param>
public sealed record ClusterPlanInput(ManifestParts Parts, IReadOnlyList<ObservedWorkload> Observed, int Release)
{
    /// <summary>The release that runs; null before the first.</summary>
    public ReleaseRecord? Current { get; init; }

    /// <summary>A keyed hash of all that is declared.</summary>
    public required string Manifests { get; init; }

    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Fields that other managers own are taken over.</summary>
    public bool IsForced { get; init; }

    /// <summary>The namespace that the command line names; null leaves it to the context.</summary>
    public string? GivenSpace { get; init; }

    public ObservedWorkload? Find(WorkloadName workload) => Observed.FirstOrDefault(found => found.Revision.Workload == workload);

    /// <summary>What a workload runs now, be it there or not.</summary>
    public WorkloadRevision Now(WorkloadName workload) => Find(workload)?.Revision ?? new WorkloadRevision(workload, null, null);
}
