using System.Globalization;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>One service after another, with its values filled in.</summary>
internal sealed class ServiceRendering(
    ComposeStack stack,
    Target target,
    Surroundings around,
    VariableFilling filling,
    List<string> problems
)
{
    private static readonly IReadOnlyList<string> Refused =
    [
        "volumes_from",
        "external_links",
        "provider",
        "pre_start",
        "post_start",
        "pre_stop",
        "devices",
        "gpus",
        "models",
    ];

    /// <summary>What people call the file that is copied and filled in.</summary>
    private static readonly IReadOnlyList<string> Samples = [".example", ".sample", ".template", ".dist"];

    private readonly MountRendering mounts = new(stack, around, filling, problems);
    private readonly List<AbsentFile> absent = [];

    /// <summary>Hosts by the name of a service, in place of its label.</summary>
    public IReadOnlyDictionary<string, string> Domains { get; init; } = new Dictionary<string, string>();

    /// <summary>The programs that a workload starts, its scripts followed.</summary>
    public Func<Workload, IReadOnlyList<ShellCommand>> Started { get; init; } = _ => [];

    public ServiceDefinition Render(ComposeService service)
    {
        var name = service.Name.Value;
        var workload = target.Workloads.First(each => each.Name == name);
        problems.AddRange(
            service
                .Keys.Where(key => Refused.Contains(key.Value))
                .Select(key => $"{name} has '{key.Value}' ({key.Span}), which deploy does not support")
        );
        Refuse(service, workload);
        IReadOnlyList<PublishedPort> ports = [.. PortRendering.Of(service, filling, problems)];
        var definition = new ServiceDefinition(name)
        {
            Image = filling.Text(service.Image),
            Build = service.Build is { } build ? Build(name, build) : null,
            Environment = Environment(service),
            Ports = ports,
            Listens = PortRendering.Listening(workload, ports, IsNeeded(name)),
            Mounts = [.. mounts.Of(service)],
            SecretFiles = [.. new SecretFileRendering(stack, filling, problems).Of(service)],
            Networks = Networks(service),
            UsesHostNetwork = workload.UsesHostNetwork,
            Command = Words(service.Command),
            Entrypoint = Words(service.Entrypoint),
            Health = HealthRendering.Of(service.Healthcheck, filling),
            HealthPath = Label(service, "seaworthy.health") ?? HealthRendering.PathOf(workload),
            Restart = Restart(service),
            Options = [.. OptionRendering.Of(service, filling)],
            GraceSeconds = (int)(service.StopGracePeriod?.Value?.TotalSeconds ?? ServiceDefinition.UsualGrace),
            Replicas = Math.Clamp(Number(service.Deploy?.Replicas ?? service.Scale) ?? 1, 1, 50),
            DependsOn = [.. service.DependsOn.Where(each => each.IsRequired).Select(each => each.Service.Value)],
            IsOneOff = workload.IsOneShot,
            Migration = Label(service, "seaworthy.migrate") is { } migrate ? ["/bin/sh", "-c", migrate] : null,
            MigrationUndo = Label(service, "seaworthy.migrate-undo") is { } undo ? ["/bin/sh", "-c", undo] : null,
            MigratesAtStart = workload.IsOneShot ? null : MigrationOf(Started(workload)),
            Store = StoreChoice.Of(workload),
            IsBacking =
                workload.Public
                    is { Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore },
            HasImageCheck = HealthRendering.ImageHasCheck(workload),
            Domain = DomainRendering.Of(
                name,
                ports,
                label => label == DomainChoice.Label && Domains.TryGetValue(name, out var hosts) ? hosts : Label(service, label),
                problems
            ),
        };
        return OrderChoice.Of(
            definition,
            workload,
            Label(service, "seaworthy.update") ?? filling.Text(service.Deploy?.UpdateConfig?.Order)
        );
    }

    /// <summary>Files of variables that are not there, one sentence for all that ask for one.</summary>
    public IEnumerable<string> AbsentFiles() =>
        absent.Select(file =>
            $"{string.Join(", ", file.Services)} {(file.Services.Count == 1 ? "takes" : "take")} variables from {file.Written}, which is not there"
            + (file.Sample is { } sample ? $": copy {sample} and fill it in" : "")
        );

    public string VolumeName(string key) => mounts.VolumeName(key);

    private bool IsNeeded(string service) =>
        stack.Project.Services.Any(other => other.DependsOn.Any(each => each.Service.Value == service));

    private void Refuse(ComposeService service, Workload workload)
    {
        var name = service.Name.Value;
        if (service.HasNoOrigin)
        {
            problems.Add($"{name} has neither image nor build");
        }

        if (filling.Text(service.NetworkMode) is { } mode && !workload.UsesHostNetwork)
        {
            problems.Add($"{name} has network_mode '{mode}', which deploy does not support");
        }
    }

    private static string? MigrationOf(IReadOnlyList<ShellCommand> programs) =>
        programs.SelectMany(KnownCommand.Of).OfType<MigrationCommand>().FirstOrDefault(migration => migration.ChangesSchema) is { } found
            ? string.Join(' ', found.Command.Words.Select(word => word.Raw))
            : null;

    private BuildDefinition Build(string service, ComposeBuild build)
    {
        var context = filling.Text(build.Context) ?? ".";
        if (context.Contains("://", StringComparison.Ordinal) || build.DockerfileInline is not null || build.Secrets.Count > 0)
        {
            problems.Add($"{service} is built from a URL, an inline Dockerfile or with build secrets, which deploy does not support");
        }

        var directory = Path.GetFullPath(Path.Combine(around.Directory, context));
        return new BuildDefinition(directory)
        {
            Dockerfile = filling.Text(build.Dockerfile) is { } file ? Path.GetFullPath(Path.Combine(directory, file)) : null,
            Stage = filling.Text(build.Target),
            Arguments =
            [
                .. build
                    .Args.Select(argument =>
                        Pair(
                            argument.Name.Value,
                            argument.Value is null ? filling.Shown(argument.Name.Value) : filling.Fill(argument.Value)
                        )
                    )
                    .OfType<Variable>(),
            ],
        };
    }

    /// <summary>Its env files in order, then <c>environment</c>: the later one wins.</summary>
    private IReadOnlyList<Variable> Environment(ComposeService service)
    {
        Dictionary<string, string> set = new(StringComparer.Ordinal);
        foreach (var file in service.EnvFiles)
        {
            var path = Path.GetFullPath(Path.Combine(around.Directory, filling.Fill(file.Path) ?? ""));
            if (around.ReadEnvFile(path) is { } text)
            {
                foreach (var variable in EnvironmentText.Read(text, around.Values, around.UsedByFiles))
                {
                    set[variable.Name] = variable.Value;
                }
            }
            else if (file.IsRequired)
            {
                Absent(path, file.Path.Raw).Add(service.Name.Value);
            }
        }

        foreach (var variable in service.Environment)
        {
            if ((variable.Value is null ? filling.Named(variable.Name.Value) : filling.FillPrivately(variable.Value)) is { } value)
            {
                set[variable.Name.Value] = value;
            }
        }

        return [.. set.Select(pair => new Variable(pair.Key, pair.Value)).OrderBy(variable => variable.Name, StringComparer.Ordinal)];
    }

    private List<string> Absent(string path, string written)
    {
        if (absent.Find(file => file.Path == path) is { } known)
        {
            return known.Services;
        }

        var sample = Samples.FirstOrDefault(suffix => around.ReadEnvFile(path + suffix) is not null);
        AbsentFile file = new(path, written, sample is null ? null : written + sample, []);
        absent.Add(file);
        return file.Services;
    }

    private static Variable? Pair(string name, string? value) => value is null ? null : new Variable(name, value);

    private IReadOnlyList<NetworkAttachment> Networks(ComposeService service) =>
        service.NetworkMode is not null ? []
        : service.Networks.Count == 0 ? [new NetworkAttachment($"{around.Project}_default", Names(service, []))]
        :
        [
            .. service.Networks.Select(attachment => new NetworkAttachment(
                NetworkName(attachment.Network.Value),
                Names(service, [.. attachment.Aliases.Select(filling.Text).OfType<string>()])
            )),
        ];

    private IReadOnlyList<string> Names(ComposeService service, IReadOnlyList<string> aliases) =>
        [
            .. new[] { service.Name.Value, filling.Text(service.ContainerName), filling.Text(service.Hostname) }
                .OfType<string>()
                .Concat(aliases)
                .Distinct(StringComparer.Ordinal),
        ];

    private string NetworkName(string key) =>
        stack.Project.Networks.FirstOrDefault(network => network.Name.Value == key) is { } declared
            ? filling.Text(declared.ActualName) ?? (declared.IsExternal ? key : $"{around.Project}_{key}")
            : $"{around.Project}_{key}";

    private IReadOnlyList<string>? Words(Model.Declared.Compose.ComposeCommand? command) =>
        command is null or { IsNull: true } ? null : [.. command.Words.Select(word => filling.Fill(word) ?? "")];

    private string? Label(ComposeService service, string name) =>
        service.Labels.LastOrDefault(label => label.Name.Value == name) is { } label ? filling.Text(label.Value) : null;

    private string Restart(ComposeService service) =>
        filling.Text(service.Restart)
        ?? filling.Text(service.Deploy?.RestartPolicy?.Condition) switch
        {
            "any" => "always",
            "on-failure" => "on-failure",
            _ => "no",
        };

    private int? Number(Model.Declared.Interpolation.Template? template) =>
        int.TryParse(filling.Fill(template), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <param name="Path">Absolute.</param>
    /// <param name="Written">As the Compose file has it.</param>
    /// <param name="Sample">A file beside it that shows what belongs there; null for none.</param>
    /// <param name="Services">Who asks for it.</param>
    private sealed record AbsentFile(string Path, string Written, string? Sample, List<string> Services);
}
