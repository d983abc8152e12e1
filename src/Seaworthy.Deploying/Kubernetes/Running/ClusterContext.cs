using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>What the steps of one deployment to a cluster share.</summary>
internal sealed record ClusterContext(Cluster Cluster, StateDirectory State, LedgerFile Ledger)
{
    /// <summary>What is declared; null while an older deployment is brought to its end, and in a rollback.</summary>
    public ManifestParts? Parts { get; init; }

    public int Release { get; init; }

    /// <summary>The namespace that the command line names.</summary>
    public string? GivenSpace { get; init; }

    public bool IsForced { get; init; }

    public TimeSpan HealthLimit { get; init; } = TimeSpan.FromSeconds(120);

    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>When a Job is given up.</summary>
    public TimeSpan MigrationLimit { get; init; } = ClusterSession.MigrationLimit;

    /// <summary>The record of the release, once it counts.</summary>
    public ReleaseRecord? Record { get; init; }

    private HashSet<string>? OldPods { get; set; }

    /// <summary>Looks, the first time, which pods are there before anything is changed: what is wrong with them was so before.</summary>
    public void NotePods(IEnumerable<string> spaces) => OldPods ??= [.. spaces.Distinct().SelectMany(Cluster.Pods).Select(pod => pod.Id)];

    public bool IsOld(ObservedPod pod) => OldPods?.Contains(pod.Id) is true;
}
