using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using Seaworthy.Reading.Readers.Compose.Values;
using static Seaworthy.Reading.Readers.Compose.Values.ComposeValues;

namespace Seaworthy.Reading.Readers.Compose;

/// <summary>A service's mapping to its record.</summary>
/// <remarks>Source: the Compose specification, "Services top-level element".</remarks>
internal static class ServiceReading
{
    public static ComposeService Service(NodeEntry entry)
    {
        var node = entry.Value;
        ComposeService service = new(new Fact<string>(entry.Key, entry.KeySpan), entry.Span)
        {
            Keys = [.. node.Entries.Select(pair => new Fact<string>(pair.Key, pair.KeySpan))],
        };
        service = service with
        {
            EmptyKeys =
            [
                .. node
                    .Entries.Where(pair =>
                        pair.Value is SequenceNode { Elements.Count: 0, Tag: null } or MappingNode { Pairs.Count: 0, Tag: null }
                    )
                    .Select(pair => new Fact<string>(pair.Key, pair.KeySpan)),
            ],
        };
        service = WithOrigin(service, node);
        service = WithConfiguration(service, node);
        service = WithWiring(service, node);
        service = WithLimits(service, node);
        return WithIsolation(service, node);
    }

    private static ComposeService WithOrigin(ComposeService service, Node node) =>
        service with
        {
            Image = Text(node.Get("image")),
            Build = BuildReading.Build(node.Get("build"), KeySpan(node, "build")),
            Provider = node.Get("provider").Get("type")?.Fact,
            Extends = Extends(node.Get("extends")),
            Command = CommandReading.Command(node.Get("command")),
            Entrypoint = CommandReading.Command(node.Get("entrypoint")),
            WorkingDirectory = Text(node.Get("working_dir")),
            User = Text(node.Get("user")),
            Platform = Text(node.Get("platform")),
            PullPolicy = Text(node.Get("pull_policy")),
            Runtime = Text(node.Get("runtime")),
            Init = Flag(node.Get("init")),
            PreStart = Hooks(node.Get("pre_start")),
            PostStart = Hooks(node.Get("post_start")),
            PreStop = Hooks(node.Get("pre_stop")),
        };

    private static ComposeService WithConfiguration(ComposeService service, Node node) =>
        service with
        {
            Environment = Pairs(node.Get("environment")),
            EnvFiles = EnvFiles(node.Get("env_file")),
            Labels = Pairs(node.Get("labels")),
            Annotations = Pairs(node.Get("annotations")),
            Secrets = GrantReading.Grants(node.Get("secrets")),
            Configs = GrantReading.Grants(node.Get("configs")),
            Profiles = Names(node.Get("profiles")),
            Logging = node.Get("logging") is MappingNode logging
                ? new ComposeLogging(logging.Span) { Driver = Text(logging.Get("driver")), Options = Pairs(logging.Get("options")) }
                : null,
            Watch = [.. (node.Get("develop").Get("watch")?.Items ?? []).Select(Watch).OfType<ComposeWatch>()],
        };

    private static ComposeService WithWiring(ComposeService service, Node node) =>
        service with
        {
            Ports = MountReading.Ports(node.Get("ports")),
            Expose = MountReading.Expose(node.Get("expose")),
            Volumes = MountReading.Mounts(node.Get("volumes")),
            VolumesFrom = Texts(node.Get("volumes_from")),
            Tmpfs = Texts(node.Get("tmpfs")),
            DependsOn = NetworkReading.Dependencies(node.Get("depends_on")),
            Healthcheck = HealthcheckReading.Healthcheck(node.Get("healthcheck"), KeySpan(node, "healthcheck")),
            Networks = NetworkReading.Attachments(node.Get("networks")),
            NetworkMode = Text(node.Get("network_mode")),
            Links = NetworkReading.Links(node.Get("links")),
            ExternalLinks = NetworkReading.Links(node.Get("external_links")),
            ExtraHosts = Pairs(node.Get("extra_hosts"), '=', ':'),
            ContainerName = Text(node.Get("container_name")),
            Hostname = Text(node.Get("hostname")),
            Dns = Texts(node.Get("dns")),
        };

    private static ComposeService WithLimits(ComposeService service, Node node) =>
        service with
        {
            Deploy = DeployReading.Deploy(node.Get("deploy"), KeySpan(node, "deploy")),
            Scale = Text(node.Get("scale")),
            Restart = Text(node.Get("restart")),
            StopGracePeriod = Duration(node.Get("stop_grace_period")),
            StopSignal = Text(node.Get("stop_signal")),
            StdinOpen = Flag(node.Get("stdin_open")),
            Tty = Flag(node.Get("tty")),
            MemoryLimit = Text(node.Get("mem_limit")),
            MemoryReservation = Text(node.Get("mem_reservation")),
            Cpus = Text(node.Get("cpus")),
            PidsLimit = Text(node.Get("pids_limit")),
            ShmSize = Text(node.Get("shm_size")),
            Ulimits = [.. (node.Get("ulimits")?.Entries ?? []).Select(Ulimit)],
        };

    private static ComposeService WithIsolation(ComposeService service, Node node) =>
        service with
        {
            Privileged = Flag(node.Get("privileged")),
            ReadOnly = Flag(node.Get("read_only")),
            CapAdd = Texts(node.Get("cap_add")),
            CapDrop = Texts(node.Get("cap_drop")),
            SecurityOpt = Texts(node.Get("security_opt")),
            Devices = Texts(node.Get("devices")),
            GroupAdd = Texts(node.Get("group_add")),
            Sysctls = Pairs(node.Get("sysctls")),
            Pid = Text(node.Get("pid")),
            Ipc = Text(node.Get("ipc")),
        };

    private static SourceSpan KeySpan(Node node, string key) => (node as MappingNode)?.Find(key)?.Span ?? node.Span;

    private static ComposeExtends? Extends(Node? node) =>
        (node?.Fact ?? node.Get("service")?.Fact) is { } service
            ? new ComposeExtends(service, Text(node.Get("file")), node?.Span ?? service.Span)
            : null;

    private static IReadOnlyList<ComposeEnvFile> EnvFiles(Node? node)
    {
        IEnumerable<Node> entries =
            node is SequenceNode list ? list.Elements
            : node is null ? []
            : [node];
        return [.. entries.Select(EnvFile).OfType<ComposeEnvFile>()];
    }

    private static ComposeEnvFile? EnvFile(Node node) =>
        Text(node is MappingNode ? node.Get("path") : node) is { } path
            ? new ComposeEnvFile(path, node.Span) { Required = Flag(node.Get("required")), Format = node.Get("format")?.Fact }
            : null;

    private static ComposeUlimit Ulimit(NodeEntry entry) =>
        new(
            new Fact<string>(entry.Key, entry.KeySpan),
            Text(entry.Value is MappingNode ? entry.Value.Get("soft") : entry.Value),
            Text(entry.Value is MappingNode ? entry.Value.Get("hard") : entry.Value),
            entry.Span
        );

    private static ComposeWatch? Watch(Node node) =>
        Text(node.Get("path")) is { } path
            ? new ComposeWatch(path, node.Span)
            {
                Action = node.Get("action")?.Fact,
                Target = Text(node.Get("target")),
                Ignore = Texts(node.Get("ignore")),
            }
            : null;

    private static IReadOnlyList<ComposeHook> Hooks(Node? node) =>
        [
            .. (node?.Items ?? [])
                .OfType<MappingNode>()
                .Select(hook => new ComposeHook(CommandReading.Command(hook.Get("command")), hook.Span)
                {
                    Image = Text(hook.Get("image")),
                    User = Text(hook.Get("user")),
                    WorkingDirectory = Text(hook.Get("working_dir")),
                    Environment = Pairs(hook.Get("environment")),
                }),
        ];
}
