using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>The proxy's container, in a new shape or for the first time.</summary>
internal sealed class ProxyAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        if (context.Proxy is { } layout)
        {
            context.State.LayoutBefore = context.State.Layout;
            Start(layout, context.ProxyConfiguration);
        }
    }

    public void Undo(DeployStep step)
    {
        // In the shape that it had, starting it again helps nobody.
        if (
            context.State.LayoutBefore is { } before
            && context.State.Hash(before) != (context.State.Layout is { } now ? context.State.Hash(now) : "")
        )
        {
            Start(before, context.State.Hash(before));
        }
    }

    private void Start(ProxyLayout layout, string configuration)
    {
        context.State.Layout = layout;
        context.Acme.StandIn(layout);
        new CertificateStore(context.State).WriteList(layout);
        context.Traffic.Save([], []);
        context.Engine.Runner.Run(DockerCommands.Remove(layout.Container));
        context.State.Host.Delete(context.State.SocketPath);
        foreach (var line in ProxyContainer.Run(layout, context.State.ProxyDirectory, context.State.Host.Owner, configuration))
        {
            context.Engine.Do(line);
        }

        if (!context.Traffic.IsThere())
        {
            throw new DeployFailedException("the proxy does not answer on its socket") { Log = context.Engine.LastLines(layout.Container) };
        }
    }
}
