namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>A pod as the cluster has it.</summary>
/// <param name="Id">Its uid: a StatefulSet gives a new pod the name of the old one.</param>
public sealed record ObservedPod(string Space, string Name, string Id)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public bool IsReady { get; init; }

    /// <summary>It is about to be deleted.</summary>
    public bool IsEnding { get; init; }

    /// <summary>Init containers first.</summary>
    public IReadOnlyList<ObservedPodContainer> Containers { get; init; } = [];

    /// <summary>The first container that will not become well by itself.</summary>
    public ObservedPodContainer? Failing => Containers.FirstOrDefault(container => container.Fault is not null);

    public int Restarts => Containers.Sum(container => container.Restarts);
}
