using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Reading.Applying;

namespace Seaworthy.Deploying.Kubernetes.Running.Steps;

/// <summary>Objects on the input of a server-side apply.</summary>
internal sealed class ApplyAction(ClusterContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        var parts = context.Parts ?? throw new DeployFailedException("there are no manifests to apply");
        context.NotePods(parts.Spaces);
        context.Cluster.Change(
            context.Cluster.Commands.Apply(context.GivenSpace, isForced: context.IsForced),
            ManifestDocuments.Join(step.Id == ClusterPlanner.First ? parts.First : parts.Rest)
        );
    }

    public void Undo(DeployStep step) => new RevisionReturn(context).To(step.Before);
}
