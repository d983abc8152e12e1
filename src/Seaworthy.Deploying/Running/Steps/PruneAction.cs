using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Stopped containers that belong to none of the last releases.</summary>
internal sealed class PruneAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        var kept = context
            .Ledger.Read()
            .Releases.TakeLast(context.Kept + 1)
            .SelectMany(release => release.Services.Values)
            .SelectMany(service => service.Containers)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var container in context.Engine.Observe(context.Project).Containers)
        {
            if (container is { Role: "service" or "migration", IsRunning: false } && !kept.Contains(container.Name))
            {
                context.Engine.Runner.Run(DockerCommands.Remove(container.Name));
            }
        }

        if (context.State.Layout is { } layout)
        {
            new CertificateStore(context.State).Forget(layout.CertifiedHosts);
        }
    }

    public void Undo(DeployStep step) { }
}
