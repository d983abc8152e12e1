using Seaworthy.Deploying.Kubernetes.Running.Steps;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Deploying.Kubernetes.Running;

/// <summary>Who does the steps of each kind on a cluster.</summary>
internal sealed class ClusterActions(ClusterContext context)
{
    public IStepAction Of(StepKind kind) =>
        kind switch
        {
            StepKind.Apply => new ApplyAction(context),
            StepKind.Revert => new RevertAction(context),
            StepKind.Migrate => new JobAction(context),
            StepKind.Health => new RolloutAction(context),
            StepKind.Watch => new PodWatchAction(context),
            StepKind.Promote => new ClusterPromoteAction(context),
            _ => throw new DeployFailedException($"a cluster has no step '{kind}'"),
        };
}
