using Seaworthy.Model.Declared.Platforms;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;
using static Seaworthy.Reading.Readers.Platforms.PlatformValues;

namespace Seaworthy.Reading.Readers.Platforms;

/// <summary>Reads Render Blueprints: <c>render.yaml</c> and files of like names.</summary>
/// <remarks>Source: Render documentation, "Blueprint YAML Reference".</remarks>
internal sealed class RenderReader : Reader
{
    private static readonly string[] Runtimes = ["docker", "elixir", "go", "image", "node", "python", "ruby", "rust", "static"];

    private static readonly string[] Types = ["web", "pserv", "worker", "cron", "keyvalue", "redis", "workflow"];

    public override bool Accepts(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..].TrimStart('.');
        return name.StartsWith("render", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase));
    }

    public override Artifact? Read(FileSyntax file)
    {
        var syntax = file.Yaml;
        if (syntax.Root is not MappingNode root || !IsBlueprint(root))
        {
            return syntax.Root is MappingNode flat && LooseKey(file.File, flat) is { } loose
                ? new RenderBlueprint(file.File)
                {
                    // What was meant as a service.
                    Groups =
                        flat["name"]?.Fact is { } name && flat["envVars"] is { } variables
                            ? [new RenderGroup(name, RenderVariables.Read(variables), variables.Span)]
                            : [],
                    Problems =
                    [
                        new Problem(
                            ProblemKind.UnknownKey,
                            $"'{loose.Key}' is at the top level, where a Blueprint has 'services': Render ignores the whole file",
                            loose.KeySpan
                        ),
                    ],
                }
                : null;
        }

        // Projects hold environments, and these hold what otherwise is at the top.
        List<Node> levels =
        [
            root,
            .. Mappings(root["projects"]).SelectMany(project => Mappings(project["environments"])),
            .. Mappings(root["ungrouped"]),
        ];
        List<MappingNode> services = [.. levels.SelectMany(level => (level["services"]?.Items ?? []).OfType<MappingNode>())];
        return new RenderBlueprint(file.File)
        {
            Services = [.. services.Select(Service)],
            Databases = [.. levels.SelectMany(level => Mappings(level["databases"])).Select(Database).OfType<RenderDatabase>()],
            Groups = [.. levels.SelectMany(level => Mappings(level["envVarGroups"])).Select(Group).OfType<RenderGroup>()],
            Problems =
            [
                .. syntax.Problems,
                .. UnknownKeys(root, RenderKeys.Top, "a Blueprint"),
                .. services.SelectMany(service => UnknownKeys(service, RenderKeys.Service, "a service of a Blueprint")),
                .. levels
                    .SelectMany(level => Mappings(level["databases"]))
                    .SelectMany(database =>
                        OtherStore(database) ?? UnknownKeys(database, RenderKeys.Database, "a database of a Blueprint")
                    ),
                .. services.SelectMany(UnknownType),
                .. services.SelectMany(UnknownRuntime),
                .. services.SelectMany(DiskForNothing),
                .. services.SelectMany(service => RenderVariables.Problems(service["envVars"])),
                .. levels
                    .SelectMany(level => Mappings(level["envVarGroups"]))
                    .SelectMany(group => RenderVariables.Problems(group["envVars"])),
            ],
        };
    }

    private static bool IsBlueprint(MappingNode root) =>
        root["services"] is SequenceNode { Elements: [MappingNode first, ..] } && first.Find("type") is not null
        || root["databases"] is SequenceNode { Elements: [MappingNode, ..] }
        || root["projects"] is SequenceNode { Elements: [MappingNode project, ..] } && project.Find("environments") is not null;

    /// <summary>The settings of one service without the list that they belong to.</summary>
    private static NodeEntry? LooseKey(SourceFile file, MappingNode root) =>
        file.Name is "render.yaml" && root.Find("services") is null
            ? root.Pairs.FirstOrDefault(entry => entry.Key is "buildCommand" or "startCommand" or "healthCheckPath")
            : null;

    /// <summary>Source: Render documentation, "Deploy for Free", "Free instance types can't use persistent disks".</summary>
    private static IEnumerable<Problem> DiskForNothing(MappingNode service)
    {
        if (service["plan"]?.Fact is { Value: "free" } plan && service.Find("disk") is not null)
        {
            yield return new Problem(ProblemKind.InvalidValue, "the plan is free, and free services cannot have a disk", plan.Span);
        }
    }

    private static IEnumerable<Problem> UnknownType(MappingNode service)
    {
        if (service["type"]?.Fact is { } type && !Types.Contains(type.Value))
        {
            var hint = type.Value is "static" or "static_site" ? "; a static site is type: web with runtime: static" : "";
            yield return new Problem(ProblemKind.InvalidValue, $"'{type.Value}' is not a service type{hint}", type.Span);
        }
    }

    /// <summary>What stands under <c>databases</c> is PostgreSQL; a Key Value instance is a service.</summary>
    private static IEnumerable<Problem>? OtherStore(MappingNode database) =>
        database.Find("type") is { Value.Text: "redis" or "keyvalue" or "key-value" or "valkey" } type
            ?
            [
                new Problem(
                    ProblemKind.UnknownKey,
                    $"'type' is not a key of a Blueprint database, which is PostgreSQL; a {type.Value.Text} belongs under services",
                    type.KeySpan
                )
                {
                    Remedy = "Move it to `services` with `type: keyvalue`",
                },
            ]
            : null;

    private static IEnumerable<Problem> UnknownRuntime(MappingNode service)
    {
        if ((service["runtime"] ?? service["env"])?.Fact is { } runtime && !Runtimes.Contains(runtime.Value))
        {
            yield return new Problem(
                ProblemKind.InvalidValue,
                $"'{runtime.Value}' is not a Render runtime; available: {string.Join(", ", Runtimes)}: another language is built by a Dockerfile",
                runtime.Span
            );
        }
    }

    private static RenderService Service(MappingNode node) =>
        new(node.Span)
        {
            Type = node["type"]?.Fact,
            Repository = node["repo"]?.Fact,
            Name = node["name"]?.Fact,
            Runtime = (node["runtime"] ?? node["env"])?.Fact,
            Plan = node["plan"]?.Fact,
            RootDir = node["rootDir"]?.Fact,
            DockerfilePath = node["dockerfilePath"]?.Fact,
            DockerContext = node["dockerContext"]?.Fact,
            DockerCommand = Command(node["dockerCommand"]),
            Image = (node.At("image", "url") ?? node["image"])?.Fact,
            BuildCommand = Command(node["buildCommand"]),
            PreDeployCommand = Command(node["preDeployCommand"]),
            StartCommand = Command(node["startCommand"]),
            HealthCheckPath = node["healthCheckPath"]?.Fact,
            EnvVars = RenderVariables.Read(node["envVars"]),
            DiskName = node.At("disk", "name")?.Fact,
            DiskMountPath = node.At("disk", "mountPath")?.Fact,
            StaticPublishPath = node["staticPublishPath"]?.Fact,
            Schedule = node["schedule"]?.Fact,
            Branch = node["branch"]?.Fact,
            AutoDeploy = (node["autoDeployTrigger"] ?? node["autoDeploy"])?.Fact,
            Routes = [.. Mappings(node["routes"]).Select(Route).OfType<PlatformRewrite>()],
        };

    private static PlatformRewrite? Route(MappingNode node) =>
        node["source"]?.Fact is { } source
            ? new PlatformRewrite(node["type"]?.Text ?? "rewrite", source, node["destination"]?.Fact, node.Span)
            : null;

    private static RenderDatabase? Database(MappingNode node) =>
        node["name"]?.Fact is { } name
            ? new RenderDatabase(name, node.Span) { User = node["user"]?.Fact, Plan = node["plan"]?.Fact }
            : null;

    private static RenderGroup? Group(MappingNode node) =>
        node["name"]?.Fact is { } name ? new RenderGroup(name, RenderVariables.Read(node["envVars"]), node.Span) : null;
}
