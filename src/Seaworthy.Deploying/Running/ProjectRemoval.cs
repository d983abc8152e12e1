using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>Takes a project down: the proxy first, then what depends on others before what they depend on. Copies, ledger and images stay, and volumes unless they are asked for.</summary>
/// <param name="session">The project.</param>
/// <param name="project">Its services, in the order in which they start.</param>
public sealed class ProjectRemoval(DeploySession session, ProjectDefinition project)
{
    // Named volumes of the project; those without a name belong to containers.
    private readonly Lazy<IReadOnlyList<string>> volumes = new(() => session.Engine.Lines(DockerCommands.Volumes(session.Project)));

    private readonly IReadOnlyList<ObservedContainer> containers = Ordered(session.Engine.Observe(session.Project), project);

    private readonly IReadOnlyList<string> networks = session.Engine.Lines(DockerCommands.Networks(session.Project));

    /// <summary>Nothing of it is there.</summary>
    public bool IsNeedless => containers.Count == 0 && networks.Count == 0;

    /// <summary>The data that would be lost with its volumes.</summary>
    public IReadOnlyList<string> Volumes => volumes.Value;

    /// <summary>What stays of containers whose volume has no name: nothing finds it by itself again.</summary>
    public IReadOnlyList<string> Unnamed =>
        [
            .. containers
                .Where(container => container.IsRunning && project.Find(container.Service) is { IsBacking: true })
                .SelectMany(
                    container => container.Mounts.Where(mount => mount.IsAnonymous),
                    (container, mount) => $"{container.Service} keeps {mount.Target} in a volume without a name"
                ),
        ];

    /// <summary>The commands, in order.</summary>
    /// <param name="withVolumes">Data goes as well.</param>
    public IReadOnlyList<CommandLine> Commands(bool withVolumes) =>
        [
            .. containers.Where(container => container.IsRunning).SelectMany(End),
            .. containers.Select(container =>
                withVolumes ? DockerCommands.Remove(container.Name) : DockerCommands.RemoveAlone(container.Name)
            ),
            .. networks.Select(DockerCommands.RemoveNetwork),
            .. withVolumes ? Volumes.Select(DockerCommands.RemoveVolume) : [],
        ];

    /// <exception cref="DeployFailedException">Something could not be removed; the same command goes on where it stopped.</exception>
    public void Do(bool withVolumes, Action<CommandLine> onCommand)
    {
        ArgumentNullException.ThrowIfNull(onCommand);
        foreach (var command in Commands(withVolumes))
        {
            onCommand(command);
            session.Engine.Do(command);
        }

        session.Ledger.Write(LedgerEvent.TakenDown, detail: withVolumes ? "with its volumes" : "its volumes stay");
    }

    private IEnumerable<CommandLine> End(ObservedContainer container) =>
        DockerCommands.Retire(container.Name, project.GraceOf(container.Service));

    /// <summary>Those that are declared no more go first after the proxy.</summary>
    private static List<ObservedContainer> Ordered(ObservedState observed, ProjectDefinition project)
    {
        var order = project.Services.Reverse().Select(service => service.Name).ToList();
        return
        [
            .. observed
                .Containers.OrderBy(container => container.Role == "proxy" ? -2 : order.IndexOf(container.Service))
                .ThenBy(container => container.Name, StringComparer.Ordinal),
        ];
    }
}
