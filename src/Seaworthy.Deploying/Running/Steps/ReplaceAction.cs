using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>A service of which only one container may run: the old one ends first, and is kept until nobody wants it back.</summary>
internal sealed class ReplaceAction(DeployContext context) : IStepAction
{
    private readonly ContainerStart start = new(context);

    public void Do(DeployStep step)
    {
        foreach (var running in step.Replaced)
        {
            start.Retire(running, step.GraceSeconds);
        }

        foreach (var container in step.Containers)
        {
            if (step.IsRevival)
            {
                start.Kept(container);
            }
            else
            {
                start.Fresh(container, context.Service(step), before: step.Replaced is [var old] ? old : null);
            }
        }

        new HealthGate(context).Await(context.Definition?.Find(step.Service ?? ""), step.Containers);
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
                context.Engine.Runner.Run(DockerCommands.Stop(container, step.GraceSeconds));
                context.Engine.Runner.Run(DockerCommands.Remove(container));
            }
        }

        foreach (var old in step.Replaced)
        {
            start.Kept(old);
        }

        new HealthGate(context).Await(null, step.Replaced);
    }
}
