using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Seaworthy.Deploying.Commands;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running;

/// <summary>What would make a deployment fail later is looked for before anything is touched.</summary>
public sealed class Preflight(DockerEngine engine)
{
    private const long LeastFreeBytes = 1_000_000_000;

    /// <summary>Each a sentence; empty when it can begin.</summary>
    public IReadOnlyList<string> Faults(PreparedDeploy prepared, string stateDirectory)
    {
        ArgumentNullException.ThrowIfNull(prepared);
        return
        [
            .. Disk(stateDirectory),
            .. prepared.Input.Project.External.Where(IsAbsent).Select(name => $"the {name} is declared as external and is not there"),
            .. prepared.Input.Project.Services.SelectMany(service => Binds(service)),
            .. prepared.Images.Where(pair => !Fits(pair.Value)).Select(pair => $"the image of {pair.Key} is for {pair.Value.Architecture}"),
            .. Ports(prepared),
        ];
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
                    service.Health is { IsDisabled: true } || prepared.Images.GetValueOrDefault(service.Name) is { HasHealthCheck: false }
                )
                .Select(service =>
                    $"{service.Name} has no health check: give it a 'healthcheck' in the file, a HEALTHCHECK in the image, or the label seaworthy.health with a path"
                ),
        ];
    }

    private static IEnumerable<string> Disk(string directory)
    {
        var free = new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace;
        return free < LeastFreeBytes ? [$"less than 1 GB is free where {directory} lies"] : [];
    }

    private bool IsAbsent(string external) =>
        !engine.Succeeds(
            external.Split(' ') is ["network", var network]
                ? DockerCommands.NetworkExists(network)
                : DockerCommands.VolumeExists(external.Split(' ')[^1])
        );

    private static IEnumerable<string> Binds(ServiceDefinition service) =>
        service
            .Mounts.Where(mount => mount is { IsVolume: false, Source: { } source } && !Path.Exists(source))
            .Select(mount => $"{service.Name} mounts {mount.Source}, which is not there");

    private static bool Fits(ImageFacts image) =>
        image.Architecture.Length == 0
        || image.Architecture
            == RuntimeInformation.OSArchitecture switch
            {
                Architecture.X64 => "amd64",
                Architecture.Arm64 => "arm64",
                _ => image.Architecture,
            };

    /// <summary>Ports that our own containers hold already are free for us.</summary>
    private static IEnumerable<string> Ports(PreparedDeploy prepared)
    {
        var own = prepared.Plan.Steps.Where(step => step.Kind is StepKind.Proxy).Any() && prepared.Input.Observed.Proxy is null;
        var proxied = own ? prepared.Input.Proxy.Frontends.Select(frontend => frontend.Published).OfType<PublishedPort>() : [];
        var direct = prepared
            .Input.Project.Services.Where(service =>
                service.Order == UpdateOrder.StopFirst && prepared.Input.Observed.Running(service.Name).Count == 0
            )
            .SelectMany(service => service.Ports);
        return proxied.Concat(direct).Where(IsTaken).Select(port => $"port {port.Published} of this machine is taken");
    }

    private static bool IsTaken(PublishedPort port)
    {
        if (port.Protocol != "tcp")
        {
            return false;
        }

        try
        {
            using TcpListener listener = new(
                IPAddress.TryParse(port.HostAddress, out var address) ? address : IPAddress.Any,
                port.Published
            );
            listener.Start();
            return false;
        }
        catch (SocketException)
        {
            return true;
        }
    }
}
