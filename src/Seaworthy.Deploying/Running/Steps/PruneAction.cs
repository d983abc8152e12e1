using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Stopped containers and built images that belong to none of the last releases.</summary>
internal sealed class PruneAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        var services = context.Ledger.Read().Releases.TakeLast(context.Kept + 1).SelectMany(release => release.Services.Values).ToList();
        var kept = services.SelectMany(service => service.Containers).ToHashSet(StringComparer.Ordinal);
        var observed = context.Engine.Observe(context.Project);
        foreach (var container in observed.Containers.Where(container => IsCrashing(container, observed)))
        {
            context.Traffic.Remove([
                .. (context.State.Layout?.Backends ?? [])
                    .Where(backend => backend.Service == container.Service)
                    .Select(backend => new ProxyServer(backend.Name, container.Name, backend.Port)),
            ]);
            new ContainerStart(context).Retire(container.Name, ServiceDefinition.UsualGrace);
        }

        foreach (var container in observed.Containers)
        {
            if (container is { Role: "service" or "migration", IsRunning: false } && !kept.Contains(container.Name))
            {
                context.Engine.Runner.Run(DockerCommands.Remove(container.Name));
            }
        }

        RemoveImages([.. services.Select(service => service.Image)]);
        if (context.State.Layout is { } layout)
        {
            new CertificateStore(context.State).Forget(layout.CertifiedHosts);
        }
    }

    public void Undo(DeployStep step) { }

    /// <summary>Images that were built for the project, and of which neither a kept release nor a container is made.</summary>
    private void RemoveImages(HashSet<string> kept)
    {
        kept.UnionWith(context.Engine.Observe(context.Project).Containers.Select(container => container.Image));
        foreach (var image in context.Engine.Images(context.Project).Where(image => !kept.Contains(image.Id)))
        {
            // One that somebody uses elsewhere stays.
            context.Engine.Runner.Run(DockerCommands.RemoveImage(image.Name));
        }
    }

    /// <summary>It crashed again and again when the release began, so that none took its place; a newer one serves now.</summary>
    private static bool IsCrashing(ObservedContainer container, ObservedState observed) =>
        container is { Role: "service", Status: "restarting" or "running" }
        && observed.Running(container.Service) is [var newest, ..]
        && newest.Release > container.Release;
}
