using System.Globalization;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Commands;

/// <summary>How a container of a service is created: first created, then joined to its networks, then started.</summary>
public static class ContainerCommands
{
    /// <summary>The environment of a container comes on the input of the command that creates it: it is in no file and on no command line.</summary>
    public const string EnvironmentInput = "/dev/stdin";

    /// <summary>The lines up to and with its start.</summary>
    public static IReadOnlyList<CommandLine> Run(ContainerSpec container)
    {
        var networks = container.Service.Networks;
        return
        [
            Create(container),
            .. networks.Skip(1).Select(network => DockerCommands.Connect(network.Network, container.Name, Names(container, network))),
            DockerCommands.Start(container.Name),
        ];
    }

    public static CommandLine Create(ContainerSpec container)
    {
        var service = container.Service;
        var isService = container.Role == "service";
        return DockerCommands.Docker([
            "create",
            "--name",
            container.Name,
            .. LabelsOf(container),
            .. service.Networks is [var first, ..]
                ? (string[])["--network", first.Network, .. Names(container, first).SelectMany(name => (string[])["--network-alias", name])]
                : HostNetwork(service),
            .. container.EnvironmentFile is { } file ? (string[])["--env-file", file] : [],
            "--restart",
            isService ? service.Restart : "no",
            .. isService ? Health(service) : ["--no-healthcheck"],
            .. isService && service.Order == UpdateOrder.StopFirst
                ? service.Ports.SelectMany(port => (string[])["--publish", port.To(port.Container)])
                : [],
            .. Mounts(container).SelectMany(mount => (string[])["--volume", mount.Text]),
            .. service.Options,
            .. Program(container),
        ]);
    }

    /// <summary>A volume that is carried on goes before one that would be made anew in its place.</summary>
    private static IEnumerable<MountDefinition> Mounts(ContainerSpec container) =>
        container
            .Service.Mounts.Where(mount => mount.Source is not null || container.Carried.All(carried => carried.Target != mount.Target))
            .Concat(
                container.Carried.Where(carried =>
                    !container.Service.Mounts.Any(mount => mount.Source is not null && mount.Target == carried.Target)
                )
            );

    private static IEnumerable<string> HostNetwork(ServiceDefinition service) => service.UsesHostNetwork ? ["--network", "host"] : [];

    private static IEnumerable<string> LabelsOf(ContainerSpec container) =>
        new Dictionary<string, string>
        {
            [Labels.Project] = container.Project,
            [Labels.Service] = container.Service.Name,
            [Labels.Release] = container.Release.ToString(CultureInfo.InvariantCulture),
            [Labels.Role] = container.Role,
            [Labels.Configuration] = container.Configuration,
            [Labels.Restart] = container.Service.Restart,
        }.SelectMany(label => (string[])["--label", $"{label.Key}={label.Value}"]);

    /// <summary>The proxy answers to the name of a service that may run twice; others answer themselves.</summary>
    private static IEnumerable<string> Names(ContainerSpec container, NetworkAttachment network) =>
        container.Role == "service" && container.Service.Order == UpdateOrder.StopFirst ? network.Names : [];

    private static IEnumerable<string> Health(ServiceDefinition service) =>
        service.Health is not { } health ? []
        : health.IsDisabled ? ["--no-healthcheck"]
        :
        [
            .. Option("--health-cmd", health.Command),
            .. Option("--health-interval", health.Interval),
            .. Option("--health-timeout", health.Timeout),
            .. Option("--health-start-period", health.StartPeriod),
            .. Option("--health-retries", health.Retries),
        ];

    private static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    private static IEnumerable<string> Program(ContainerSpec container)
    {
        var entry = container.Command is { } own ? own.Take(1).ToList() : container.Service.Entrypoint;
        var words = container.Command is { } command ? command.Skip(1) : container.Service.Command ?? [];
        return
        [
            .. entry is [var program, ..] ? (string[])["--entrypoint", program]
            : entry is [] ? ["--entrypoint", ""]
            : [],
            container.Image,
            .. entry?.Skip(1) ?? [],
            .. words,
        ];
    }
}
