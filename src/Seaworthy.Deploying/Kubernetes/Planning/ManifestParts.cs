using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Deploying.Kubernetes.Planning;

/// <summary>Manifests in the order in which a cluster gets them.</summary>
public sealed record ManifestParts
{
    /// <summary>Where objects go that name no namespace.</summary>
    public required string Space { get; init; }

    /// <summary>What Jobs need before they run: stores and what leads to them, accounts, rights, and what the pods name. Empty without a Job.</summary>
    public IReadOnlyList<string> First { get; init; } = [];

    /// <summary>In this order, one after the other.</summary>
    public IReadOnlyList<OnceJob> Jobs { get; init; } = [];

    public IReadOnlyList<string> Rest { get; init; } = [];

    /// <summary>The workloads of <see cref="First"/>.</summary>
    public IReadOnlyList<WorkloadName> Stores { get; init; } = [];

    /// <summary>Those of <see cref="Rest"/>.</summary>
    public IReadOnlyList<WorkloadName> Workloads { get; init; } = [];

    /// <summary>Everything that is sent, without its Jobs.</summary>
    public IReadOnlyList<KubernetesObject> Objects { get; init; } = [];

    /// <summary>The workloads whose pods Jobs are made of.</summary>
    public IReadOnlyList<KubernetesWorkload> Runners { get; init; } = [];

    /// <summary>Those that are replaced only when somebody deletes their pods.</summary>
    public IReadOnlyList<WorkloadName> Unwaited { get; init; } = [];

    /// <summary>What is left out, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Why it cannot be deployed, a sentence each.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public IEnumerable<WorkloadName> All => Stores.Concat(Workloads);

    /// <summary>Where objects go.</summary>
    public IEnumerable<string> Spaces =>
        Objects.Select(found => found.Namespace?.Value ?? Space).Concat(Jobs.Select(job => job.Job.Space)).Append(Space).Distinct();
}
