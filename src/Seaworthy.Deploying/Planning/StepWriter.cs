using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Planning;

/// <summary>Writes each step of a plan out: its sentence, its commands, and how it is undone.</summary>
internal sealed class StepWriter(PlanInput input)
{
    private const string EnvironmentFile = "<environment of the service>";

    public DeployStep Prepare() =>
        new("prepare", StepKind.Prepare, "Make the networks and volumes that are absent")
        {
            DoneWhen = "the engine knows them all",
            Commands =
            [
                .. input.Project.Networks.Select(network => DockerCommands.CreateNetwork(network, input.Project.Name).ToString()),
                .. input.Project.Volumes.Select(volume => DockerCommands.CreateVolume(volume, input.Project.Name).ToString()),
            ],
        };

    public DeployStep Certificates() =>
        new(
            "certificates",
            StepKind.Certificates,
            $"Give the proxy certificates for {string.Join(", ", input.Certificates.Select(change => $"{change.Host} (until {change.NotAfter:yyyy-MM-dd}, {change.From})"))}"
        )
        {
            DoneWhen = "their files are written, and a proxy that runs shows them",
            Commands = [.. Lines(input.Certificates.SelectMany(change => Exchange(change.Host)))],
        };

    public DeployStep Proxy() =>
        new(
            "proxy",
            StepKind.Proxy,
            input.Observed.Proxy is null
                ? "Start the proxy"
                : "Start the proxy anew, since its ports or names change: requests of that second are refused"
        )
        {
            Containers = [input.Proxy.Container],
            DoneWhen = "it runs with the hash of this shape",
            Undo = input.Observed.Proxy is null ? "" : "start it again in the shape before",
            Commands =
            [
                .. ProxyContainer.Run(input.Proxy, "<state>", "<uid:gid>", input.ProxyConfiguration).Select(line => line.ToString()),
            ],
        };

    public DeployStep Issue(AcmeOrder order)
    {
        IReadOnlyList<string> hosts = [.. order.Hosts, .. order.Renewed];
        return new(
            "issue",
            StepKind.Issue,
            hosts.Count == 0
                ? $"Order certificates as {order.Account.Email} from {order.Account.Server} from here on"
                : $"Order certificates for {string.Join(", ", hosts)} from {order.Account.Server}, and give them to the proxy"
        )
        {
            DoneWhen = "the proxy shows them",
            Commands =
            [
                .. hosts.Select(host =>
                    AcmeClient.Order(input.Project.Name, input.AcmeImage, "<state>/acme", "<uid:gid>", order.Account, host).ToString()
                ),
                .. Lines(hosts.SelectMany(Exchange)),
            ],
        };
    }

    public DeployStep Backup(ServiceDefinition service) =>
        Step("backup", StepKind.Backup, service, $"Back up {service.Name} and restore the copy into a scratch container") with
        {
            Containers = [.. input.Observed.Running(service.Name).Select(container => container.Name)],
            DoneWhen = "the manifest of the backup says that it was restored",
        };

    public DeployStep Replace(ServiceDefinition service)
    {
        var step = Step("replace", StepKind.Replace, service, "");
        var old = step.Replaced;
        return step with
        {
            What =
                old.Count == 0
                    ? $"Start {service.Name} and wait until it is well (updates stop it first: {service.OrderBecause})"
                    : $"Stop {service.Name} and start it anew ({service.OrderBecause}), and wait until it is well{AndMigrates(service)}",
            LeavesMigration = service.MigratesAtStart is not null,
            DoneWhen = step.Containers is [var only] ? $"{only} runs and is well" : "all its containers run and are well",
            Undo = $"remove {string.Join(", ", step.Containers)}" + (old.Count == 0 ? "" : $" and start {string.Join(", ", old)} again"),
            Commands =
            [
                .. old.SelectMany(name => DockerCommands.Retire(name, service.GraceSeconds)).Concat(Run(service, step)).Select(Text),
            ],
            UndoCommands =
            [
                .. step
                    .Containers.Select(DockerCommands.Remove)
                    .Concat(old.SelectMany(name => DockerCommands.Revive(name, service.Restart)))
                    .Select(Text),
            ],
        };
    }

    public DeployStep Migrate(ServiceDefinition service)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{input.Project.Name}-{service.Name}-{input.Release}-migration");
        ContainerSpec container = Spec(name, service) with { Role = "migration", Command = service.Migration };
        return Step("migrate", StepKind.Migrate, service, $"Run {Migration(service)} once from the new image") with
        {
            Containers = [name],
            Replaced = [],
            DoneWhen = "its container ended with 0",
            Undo = service.MigrationUndo is { } undo ? $"run {undo[^1]}" : "",
            LeavesMigration = service.MigrationUndo is null,
            Commands = [.. ContainerCommands.Run(container).Select(Text), $"docker wait {name}"],
        };
    }

    public DeployStep Start(ServiceDefinition service)
    {
        var step = Step("start", StepKind.Start, service, "");
        return step with
        {
            What =
                (step.Replaced.Count == 0 ? $"Start {service.Name}" : $"Start {service.Name} beside the one that serves")
                + AndMigrates(service),
            LeavesMigration = service.MigratesAtStart is not null,
            DoneWhen = "the containers exist and run",
            Undo = $"remove {string.Join(", ", step.Containers)}",
            Commands = [.. Run(service, step).Select(Text)],
            UndoCommands = [.. step.Containers.Select(DockerCommands.Remove).Select(Text)],
        };
    }

    public DeployStep Health(ServiceDefinition service) =>
        Step("health", StepKind.Health, service, $"Wait until {service.Name} is well") with
        {
            DoneWhen = "each container is healthy",
            Commands = [.. Planner.Containers(input.Project.Name, service, input.Release).Select(name => $"docker inspect {name}")],
        };

    public DeployStep Join(ServiceDefinition service)
    {
        var step = Step("join", StepKind.Join, service, $"Give {service.Name} its traffic");
        return step with
        {
            DoneWhen = "the proxy calls its containers UP",
            Undo = "take its containers from the proxy",
            Commands = [.. Lines(step.Servers(step.Containers).SelectMany(Joining))],
            UndoCommands = [.. Lines(step.Servers(step.Containers).SelectMany(ProxyCommands.Remove))],
        };
    }

    public DeployStep Canary(Canary canary, IReadOnlyList<ServiceDefinition> services) =>
        new(
            "canary",
            StepKind.Canary,
            $"Give the new containers {canary.Percent.ToString(CultureInfo.InvariantCulture)} % of the traffic for {ShortTime.Text(canary.Time)}"
        )
        {
            Containers = [.. services.SelectMany(service => Planner.Containers(input.Project.Name, service, input.Release))],
            Replaced = [.. services.SelectMany(service => input.Observed.Running(service.Name)).Select(container => container.Name)],
            Backends = [.. services.SelectMany(service => input.Proxy.Of(service.Name))],
            Undo = "give it all to the old ones",
            DoneWhen = "its time is over",
        };

    public DeployStep Switch(ServiceDefinition service)
    {
        var step = Step("switch", StepKind.Switch, service, $"Move the traffic of {service.Name} to the new containers");
        return step with
        {
            DoneWhen = "the proxy and its file name the new containers alone",
            Undo = $"move it back to {string.Join(", ", step.Replaced)}",
            Commands =
            [
                .. Lines(step.Servers(step.Containers).SelectMany(Joining)),
                .. Lines(step.Servers(step.Replaced).Select(ProxyCommands.Drain)),
            ],
            UndoCommands =
            [
                .. Lines(step.Servers(step.Replaced).Select(ProxyCommands.Ready)),
                .. Lines(step.Servers(step.Containers).Select(ProxyCommands.Rest)),
            ],
        };
    }

    public DeployStep Watch(IReadOnlyList<ServiceDefinition> services) =>
        new("watch", StepKind.Watch, $"Watch answers, restarts and memory for {ShortTime.Text(input.Watch)}")
        {
            Containers = [.. services.SelectMany(service => Planner.Containers(input.Project.Name, service, input.Release))],
            Backends = [.. services.SelectMany(service => input.Proxy.Of(service.Name))],
            DoneWhen = "the time is over",
        };

    public DeployStep Promote() =>
        new("promote", StepKind.Promote, $"Release {input.Release.ToString(CultureInfo.InvariantCulture)} counts from here on")
        {
            DoneWhen = "the ledger says so",
        };

    public DeployStep Retire(ServiceDefinition service)
    {
        var step = Step(
            "retire",
            StepKind.Retire,
            service,
            $"Let the old {service.Name} end its requests, stop it, and keep it for a rollback"
        );
        return step with
        {
            DoneWhen = "the old containers are stopped",
            Commands =
            [
                .. Lines(step.Servers(step.Replaced).SelectMany(ProxyCommands.Remove)),
                .. step.Replaced.SelectMany(name => DockerCommands.Retire(name, service.GraceSeconds)).Select(Text),
            ],
        };
    }

    public DeployStep Prune() =>
        new(
            "prune",
            StepKind.Prune,
            $"Remove containers and images older than {input.Kept.ToString(CultureInfo.InvariantCulture)} releases"
        )
        {
            DoneWhen = "none of them is left",
        };

    private static string AndMigrates(ServiceDefinition service) =>
        service.MigratesAtStart is { } migration ? $"; it runs '{migration}' first" : "";

    private DeployStep Step(string verb, StepKind kind, ServiceDefinition service, string what) =>
        new($"{verb}/{service.Name}", kind, what)
        {
            Service = service.Name,
            Containers = Planner.Containers(input.Project.Name, service, input.Release),
            Replaced = [.. input.Observed.Running(service.Name).Select(container => container.Name)],
            Backends = [.. input.Proxy.Of(service.Name)],
            GraceSeconds = service.GraceSeconds,
        };

    private IEnumerable<CommandLine> Run(ServiceDefinition service, DeployStep step) =>
        step.Containers.SelectMany(name =>
            ContainerCommands.Run(
                Spec(name, service) with
                {
                    Carried = service.Carried(step.Replaced is [var before] ? input.Observed.Find(before) : null),
                }
            )
        );

    private ContainerSpec Spec(string name, ServiceDefinition service) =>
        new(name, service, input.Images.GetValueOrDefault(service.Name) ?? "<image>")
        {
            Project = input.Project.Name,
            Release = input.Release,
            Configuration = input.Configurations.GetValueOrDefault(service.Name) ?? "<hash>",
            EnvironmentFile = service.Environment.Count > 0 ? EnvironmentFile : null,
        };

    private static IEnumerable<string> Exchange(string host) =>
        [ProxyCommands.SetCertificate(host, "").TrimEnd() + " <certificate and key>", ProxyCommands.CommitCertificate(host)];

    private static IEnumerable<string> Joining(ProxyServer server) =>
        [.. ProxyCommands.Add(server, $"<address of {server.Container}>"), ProxyCommands.Ready(server)];

    private static string Migration(ServiceDefinition service) =>
        service.Migration is { } command ? $"'{command[^1]}' of {service.Name}" : service.Name;

    private static IEnumerable<string> Lines(IEnumerable<string> commands) => commands.Select(command => "haproxy: " + command);

    private static string Text(CommandLine line) => line.ToString();
}
