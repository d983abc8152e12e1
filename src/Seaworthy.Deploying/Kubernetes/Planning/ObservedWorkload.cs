namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>A workload as the cluster has it.</summary>
/// <param name="Revision">What it runs.</param>
/// <param name="Id">Its uid.</param>
public sealed record ObservedWorkload(WorkloadRevision Revision, string Id)
{
    public int Desired { get; init; }

    public int Ready { get; init; }

    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>The labels of its pods that it asks for.</summary>
    public IReadOnlyDictionary<string, string> Selector { get; init; } = new Dictionary<string, string>();

    public bool Owns(ObservedPod pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        return pod.Space == Revision.Workload.Space
            && Selector.Count > 0
            && Selector.All(wanted => pod.Labels.GetValueOrDefault(wanted.Key) == wanted.Value);
    }
}
