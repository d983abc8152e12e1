using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>A workload at a revision that the cluster keeps.</summary>
internal sealed class RevertAction(ClusterContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        foreach (var pod in step.Wanted.SelectMany(revision => context.Cluster.Pods(revision.Workload.Space)))
        {
            context.OldPods.Add(pod.Id);
        }

        // The steps behind it wait.
        new RevisionReturn(context).To(step.Wanted, waits: false);
    }

    public void Undo(DeployStep step) => new RevisionReturn(context).To(step.Before);
}
