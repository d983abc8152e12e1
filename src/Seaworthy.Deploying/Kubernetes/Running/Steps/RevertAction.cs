using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>A workload at a revision that the cluster keeps.</summary>
internal sealed class RevertAction(ClusterContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        context.NotePods(step.Wanted.Select(revision => revision.Workload.Space));
        // The steps behind it wait.
        new RevisionReturn(context).To(step.Wanted, waits: false);
    }

    public void Undo(DeployStep step) => new RevisionReturn(context).To(step.Before);
}
