namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>A workload of a cluster, or a Job, as commands name it.</summary>
/// <param name="Kind">In small letters: <c>deployment</c>.</param>
/// <param name="Space">Its namespace.</param>
public sealed record WorkloadName(string Kind, string Space, string Name)
{
    public override string ToString() => $"{Kind}/{Name}";
}
