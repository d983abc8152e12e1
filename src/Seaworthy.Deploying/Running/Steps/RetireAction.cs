using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>The end of the old containers, which are kept for a rollback.</summary>
internal sealed class RetireAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        IReadOnlyList<ProxyServer> old = [.. step.Servers(step.Replaced)];
        context.Traffic.Drain(old);
        context.Traffic.AwaitIdle(old, context.DrainLimit);
        context.Traffic.Remove(old);
        ContainerStart start = new(context);
        foreach (var container in step.Replaced)
        {
            start.Retire(container, step.GraceSeconds);
        }
    }

    public void Undo(DeployStep step) { }
}
