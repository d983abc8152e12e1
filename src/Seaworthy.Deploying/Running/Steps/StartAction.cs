using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>New containers beside the old ones, or kept ones again.</summary>
internal sealed class StartAction(DeployContext context) : IStepAction
{
    private readonly ContainerStart start = new(context);

    public void Do(DeployStep step)
    {
        foreach (var container in step.Containers)
        {
            if (step.IsRevival)
            {
                start.Kept(container);
            }
            else
            {
                start.Fresh(container, context.Service(step));
            }
        }
    }

    public void Undo(DeployStep step)
    {
        foreach (var container in step.Containers)
        {
            if (step.IsRevival)
            {
                start.Retire(container, step.GraceSeconds);
            }
            else
            {
                context.Engine.Runner.Run(DockerCommands.Remove(container));
            }
        }
    }
}
