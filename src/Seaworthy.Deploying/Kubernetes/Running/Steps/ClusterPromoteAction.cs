using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>The line of the ledger from which on the release counts, with what its workloads run now.</summary>
internal sealed class ClusterPromoteAction(ClusterContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        var workloads = step
            .Before.Select(revision => context.Cluster.Find(revision.Workload)?.Revision)
            .OfType<WorkloadRevision>()
            .ToList();
        context.Ledger.Write(
            new LedgerEntry(default, LedgerEvent.Promoted)
            {
                Release = context.Release,
                Record = (context.Record ?? new ReleaseRecord(context.Release)) with { Workloads = workloads },
            }
        );
    }

    public void Undo(DeployStep step) { }
}
