using Seaworthy.Deploying.Kubernetes.Planning;

namespace Seaworthy.Deploying.Ledger;

/// <summary>What a release is made of.</summary>
public sealed record ReleaseRecord(int Number)
{
    public string? Commit { get; init; }

    /// <summary>Files differed from the commit.</summary>
    public bool HasChanges { get; init; }

    /// <summary>The release that it returns to; null for a deployment.</summary>
    public int? RollbackTo { get; init; }

    /// <summary>For each service.</summary>
    public IReadOnlyDictionary<string, ServiceRecord> Services { get; init; } = new Dictionary<string, ServiceRecord>();

    /// <summary>What the workloads of a cluster run.</summary>
    public IReadOnlyList<WorkloadRevision> Workloads { get; init; } = [];

    /// <summary>A keyed hash of all that a cluster was given.</summary>
    public string? Manifests { get; init; }

    public IReadOnlyList<string> Migrations { get; init; } = [];

    public IReadOnlyList<string> Backups { get; init; } = [];

    /// <summary>Findings that would have closed the gate, each with the reason why not.</summary>
    public IReadOnlyList<string> Accepted { get; init; } = [];
}
