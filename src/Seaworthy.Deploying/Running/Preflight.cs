using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running.Hosts;

namespace Seaworthy.Deploying.Running;

/// <summary>What would make a deployment fail later is looked for before anything is touched.</summary>
public sealed class Preflight(DockerEngine engine, IHost host)
{
    private const long LeastFreeBytes = 1_000_000_000;

    /// <summary>Each a sentence; empty when it can begin.</summary>
    public IReadOnlyList<string> Faults(PreparedDeploy prepared, string stateDirectory)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return
        [
            .. Disk(stateDirectory),
            .. Unknown(prepared, stateDirectory),
            .. Uncertified(prepared),
            .. prepared.Input.Project.External.Where(IsAbsent).Select(name => $"the {name} is declared as external and is not there"),
            .. prepared.Input.Project.Services.SelectMany(service => Binds(service)),
            .. Strangers(prepared),
            .. Ports(prepared),
        ];
    }

    /// <summary>Hosts of which clients would be shown no certificate.</summary>
    public static IEnumerable<string> Uncertified(PreparedDeploy prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return prepared.Input.Uncertified.Select(host =>
            $"{host} has no certificate: give one with --tls-certificate and its key with --tls-key; it is kept for later deployments. Or order one with the label seaworthy.acme"
        );
    }

    /// <summary>Services that would get traffic although nothing says whether they are well.</summary>
    public static IReadOnlyList<string> Unasked(PreparedDeploy prepared)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return
        [
            .. prepared
                .Input.Project.Services.Where(service => service.Order == UpdateOrder.StartFirst && service.HealthPath is null)
                .Where(service => service.Health is { IsDisabled: true } or null or { Command: null })
                .Where(service =>
                    service.Health is { IsDisabled: true }
                    || (prepared.Images.TryGetValue(service.Name, out var image) ? image.HasHealthCheck : service.HasImageCheck) is false
                )
                .Select(service =>
                    $"{service.Name} has no health check: give it a 'healthcheck' in the file, a HEALTHCHECK in the image, or the label seaworthy.health with a path; with the label seaworthy.update: stop-first it is updated with a pause, and needs none"
                ),
        ];
    }

    /// <summary>What is mounted from the tree, or from a home directory: another host does not have it.</summary>
    /// <param name="project">What is deployed.</param>
    /// <param name="host">The name of the host.</param>
    public static IReadOnlyList<string> Unreachable(ProjectDefinition project, string host)
    {
        ArgumentNullException.ThrowIfNull(project);
        return
        [
            .. project.Services.SelectMany(
                service => service.Mounts.Where(mount => mount.IsRelative),
                (service, mount) =>
                    $"{service.Name} mounts {mount.Source} of this machine at {mount.Target}, and {host} does not have it: copy it into the image, or name an absolute path of the host"
            ),
        ];
    }

    /// <summary>A release of somebody whose ledger lies elsewhere: two ledgers would give the same numbers to other containers.</summary>
    private static IEnumerable<string> Unknown(PreparedDeploy prepared, string stateDirectory) =>
        prepared.Input.Observed.Containers.FirstOrDefault(container =>
            container is { Role: "service", IsRunning: true } && container.Release >= prepared.Input.Release
        )
            is { } stranger
            ?
            [
                $"{stranger.Name} runs, and the ledger in {stateDirectory} has no release {stranger.Release}: another account or another --state deployed it. Deploy with that one, or end it there with 'seaworthy down'",
            ]
            : [];

    private IEnumerable<string> Disk(string directory) =>
        host.FreeBytes(directory) < LeastFreeBytes ? [$"less than 1 GB is free where {directory} lies"] : [];

    private bool IsAbsent(string external) =>
        !engine.Succeeds(
            external.Split(' ') is ["network", var network]
                ? DockerCommands.NetworkExists(network)
                : DockerCommands.VolumeExists(external.Split(' ')[^1])
        );

    private IEnumerable<string> Binds(ServiceDefinition service) =>
        service
            .Mounts.Where(mount => mount is { IsVolume: false, Source: { } source } && !host.Exists(source))
            .Select(mount => $"{service.Name} mounts {mount.Source}, which is not there");

    private IEnumerable<string> Strangers(PreparedDeploy prepared)
    {
        var own = engine.Architecture();
        return prepared
            .Images.Where(pair => own.Length > 0 && pair.Value.Architecture.Length > 0 && pair.Value.Architecture != own)
            .Select(pair => $"the image of {pair.Key} is for {pair.Value.Architecture}, and the engine runs on {own}");
    }

    /// <summary>Ports that our own containers hold already are free for us.</summary>
    private IEnumerable<string> Ports(PreparedDeploy prepared)
    {
        var own = prepared.Plan.Steps.Where(step => step.Kind is StepKind.Proxy).Any() && prepared.Input.Observed.Proxy is null;
        var proxied = own ? prepared.Input.Proxy.Frontends.Select(frontend => frontend.Published).OfType<PublishedPort>() : [];
        var direct = prepared
            .Input.Project.Services.Where(service =>
                service.Order == UpdateOrder.StopFirst && prepared.Input.Observed.Running(service.Name).Count == 0
            )
            .SelectMany(service => service.Ports);
        return proxied
            .Concat(direct)
            .Where(port => port.Protocol == "tcp" && host.IsTaken(port))
            .Select(port => $"port {port.Published} of {host.Name} is taken");
    }
}
