namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>What a workload runs. The cluster gives a revision another number when it returns to it, so the template says which one is meant.</summary>
/// <param name="Workload">Which one.</param>
/// <param name="Template">A keyed hash of its pod template; null where it was not there.</param>
/// <param name="Number">The number of the revision when it was looked at; null where nothing numbers it.</param>
public sealed record WorkloadRevision(WorkloadName Workload, string? Template, long? Number)
{
    /// <summary>As people name it.</summary>
    public override string ToString() => Number is { } number ? $"{Workload} revision {number}" : $"{Workload}";
}
