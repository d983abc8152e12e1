using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>A share of the traffic for the new containers, watched for its time.</summary>
internal sealed class CanaryAction(DeployContext context) : IStepAction
{
    private const int Whole = 100;

    public void Do(DeployStep step)
    {
        var canary = context.Canary ?? new Canary(10, TimeSpan.FromMinutes(1));
        IReadOnlyList<ProxyServer> fresh = Servers(step, step.Containers);
        IReadOnlyList<ProxyServer> old = Servers(step, step.Replaced);
        context.Traffic.Weigh(old, Whole - canary.Percent);
        context.Traffic.Bring(fresh, canary.Percent);
        new WatchAction(context).Watch(step.Containers, step.Backends, canary.Time);
        context.Traffic.Weigh(fresh, Whole);
    }

    public void Undo(DeployStep step)
    {
        context.Traffic.Weigh(Servers(step, step.Replaced), Whole);
        context.Traffic.Remove(Servers(step, step.Containers));
    }

    /// <summary>A canary is of several services: a container stands behind the backends of its own.</summary>
    private IReadOnlyList<ProxyServer> Servers(DeployStep step, IReadOnlyList<string> containers) =>
        [
            .. context
                .Engine.Inspect(containers)
                .SelectMany(
                    container => step.Backends.Where(backend => backend.Service == container.Service),
                    (container, backend) => new ProxyServer(backend.Name, container.Name, backend.Port)
                ),
        ];
}
