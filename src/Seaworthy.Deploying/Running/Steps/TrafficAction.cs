using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Traffic for new containers: where nothing served, and in the place of the old ones.</summary>
internal sealed class TrafficAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        IReadOnlyList<ProxyServer> fresh = [.. step.Servers(step.Containers)];
        context.Traffic.Bring(fresh);
        context.Traffic.Drain(step.Servers(step.Replaced));
        context.Traffic.Save(fresh, [step.Service ?? ""]);
    }

    public void Undo(DeployStep step)
    {
        IReadOnlyList<ProxyServer> fresh = [.. step.Servers(step.Containers)];
        IReadOnlyList<ProxyServer> old = [.. step.Servers(step.Replaced)];
        if (old.Count > 0)
        {
            context.Traffic.Bring(old);
        }

        context.Traffic.Save(old, [step.Service ?? ""]);
        context.Traffic.Remove(fresh);
    }
}
