using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads fly.toml and its variants (<c>fly.staging.toml</c>).</summary>
/// <remarks>Source: Fly.io documentation, "App configuration (fly.toml)".</remarks>
internal sealed class FlyReader : Reader
{
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "app",
        "primary_region",
        "kill_signal",
        "kill_timeout",
        "swap_size_mb",
        "console_command",
        "host_dedication_id",
        "experimental",
        "build",
        "deploy",
        "env",
        "http_service",
        "services",
        "checks",
        "machine_checks",
        "files",
        "mounts",
        "mount",
        "metrics",
        "statics",
        "processes",
        "restart",
        "vm",
        "compute",
        "v2",
    };

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".toml", StringComparison.Ordinal)
            && (
                name == "fly.toml"
                || name.StartsWith("fly.", StringComparison.Ordinal)
                || name.StartsWith("fly-", StringComparison.Ordinal)
                || name.StartsWith("fly_", StringComparison.Ordinal)
            );
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Toml;
        if (syntax.Root is not MappingNode root || !root.Pairs.Any(entry => Sections.Contains(entry.Key)))
        {
            return null;
        }

        return new FlyConfig(file.File)
        {
            App = root["app"]?.Fact,
            Build = root["build"] is MappingNode build ? Build(build) : null,
            Env = Variables(root["env"]),
            Processes =
            [
                .. PlatformValues
                    .Processes(root["processes"])
                    .Select(process => new FlyProcess(process.Name, process.Command, process.Span)),
            ],
            ReleaseCommand = Command(root.At("deploy", "release_command")),
            Services =
            [
                .. Mappings(root["http_service"]).Select(node => Service(node, isHttp: true)),
                .. Mappings(root["services"]).Select(node => Service(node, isHttp: false)),
            ],
            Checks = [.. TopChecks(root["checks"])],
            Mounts = [.. Mappings(root["mounts"] ?? root["mount"]).Select(Mount)],
            Machines = [.. Mappings(root["vm"] ?? root["compute"]).Select(Machine)],
            MetricsPath = Mappings(root["metrics"]).FirstOrDefault()?["path"]?.Fact,
            Problems = [.. syntax.Problems, .. UnknownKeys(root, Sections, "fly.toml (flyctl ignores it)")],
        };
    }

    private static FlyBuild Build(MappingNode node) =>
        new(node.Span)
        {
            Image = node["image"]?.Fact,
            Dockerfile = node["dockerfile"]?.Fact,
            Target = node["build-target"]?.Fact is { Value.Length: > 0 } target ? target : null,
            IgnoreFile = node["ignorefile"]?.Fact,
            Builder = node["builder"]?.Fact,
            Args = Variables(node["args"]),
        };

    private static FlyService Service(MappingNode node, bool isHttp) =>
        new(isHttp, node.Span)
        {
            InternalPort = Number(node["internal_port"]),
            Protocol = node["protocol"]?.Fact,
            Processes = node["processes"].OneOrMore(),
            Ports = [.. Mappings(node["ports"]).Select(Port).OfType<FlyPort>()],
            Checks =
            [
                .. Mappings(node["checks"]).Select(check => Check(check, isHttp ? "http" : check["type"]?.Text ?? "http")),
                .. Mappings(node["http_checks"]).Select(check => Check(check, "http")),
                .. Mappings(node["tcp_checks"]).Select(check => Check(check, "tcp")),
            ],
        };

    private static FlyPort? Port(MappingNode node) =>
        Number(node["port"]) is { } port ? new FlyPort(port, node["handlers"].OneOrMore(), node.Span) : null;

    /// <summary><c>[checks.NAME]</c>; some write <c>[[checks]]</c> with a name inside.</summary>
    private static IEnumerable<FlyCheck> TopChecks(Node? node) =>
        node is SequenceNode
            ? Mappings(node).Select(check => Check(check, check["type"]?.Text ?? "http") with { Name = check["name"]?.Fact })
            : (node?.Entries ?? [])
                .Where(entry => entry.Value is MappingNode)
                .Select(entry => Check(entry.Value, entry.Value["type"]?.Text ?? "http") with { Name = Name(entry) });

    private static FlyCheck Check(Node node, string kind) =>
        new(kind, node.Span)
        {
            Path = node["path"]?.Fact,
            Method = node["method"]?.Fact,
            Port = Number(node["port"]),
            Interval = node["interval"]?.Fact,
            Timeout = node["timeout"]?.Fact,
            Processes = node["processes"].OneOrMore(),
        };

    private static FlyMount Mount(MappingNode node) =>
        new(node["source"]?.Fact, node["destination"]?.Fact, node["processes"].OneOrMore(), node.Span);

    private static FlyMachine Machine(MappingNode node) =>
        new(node.Span)
        {
            Size = node["size"]?.Fact,
            Memory = (node["memory"] ?? node["memory_mb"])?.Fact,
            Cpus = node["cpus"]?.Fact,
            Processes = node["processes"].OneOrMore(),
        };
}
