using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Networks and volumes. Nothing is lost by what is there already, so nothing is undone.</summary>
internal sealed class PrepareAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        foreach (var network in context.Definition?.Networks ?? [])
        {
            if (!context.Engine.Succeeds(DockerCommands.NetworkExists(network.Name)))
            {
                context.Engine.Do(DockerCommands.CreateNetwork(network, context.Project));
            }
        }

        foreach (var volume in context.Definition?.Volumes ?? [])
        {
            if (!context.Engine.Succeeds(DockerCommands.VolumeExists(volume)))
            {
                context.Engine.Do(DockerCommands.CreateVolume(volume, context.Project));
            }
        }
    }

    public void Undo(DeployStep step) { }
}
