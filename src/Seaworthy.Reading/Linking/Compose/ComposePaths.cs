using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>The paths that compose projects name: bind mounts, env files, secret and config files, files to extend and include.</summary>
internal sealed class ComposePaths
{
    // Source: Portainer documentation, "Add a new stack", "Environment variables": stack.env.
    private const string PortainerFile = "stack.env";

    private readonly RepositoryTree tree;
    private readonly WrittenPaths written;
    private readonly UploadedFiles uploaded;
    private readonly ComposeStack stack;

    private readonly Dictionary<string, Workload> workloads;

    private readonly Lazy<WritableMounts> writable;

    private readonly Lazy<ILookup<string?, ComposeService>> users;

    private readonly BindNeeds needs;

    private readonly IReadOnlyDictionary<string, SourceSpan> exported;

    private ComposePaths(
        Deployment deployment,
        WrittenPaths written,
        UploadedFiles uploaded,
        BindNeeds needs,
        IReadOnlyDictionary<string, SourceSpan> exported,
        ComposeStack stack,
        Target? target
    )
    {
        this.exported = exported;
        this.uploaded = uploaded;
        this.needs = needs;
        tree = deployment.Tree;
        workloads = (target?.Workloads ?? [])
            .DistinctBy(workload => workload.Name, StringComparer.Ordinal)
            .ToDictionary(workload => workload.Name, StringComparer.Ordinal);
        writable = new Lazy<WritableMounts>(() => new WritableMounts(stack));
        users = new Lazy<ILookup<string?, ComposeService>>(() =>
            stack
                .Project.Services.SelectMany(
                    service =>
                        service
                            .Volumes.Where(mount => mount.Type == ComposeMountType.Volume)
                            .Select(mount => mount.Source?.Literal)
                            .Distinct(),
                    (service, volume) => new { service, volume }
                )
                .ToLookup(pair => pair.volume, pair => pair.service, StringComparer.Ordinal)
        );
        this.written = written;
        this.stack = stack;
    }

    public static IEnumerable<PathUse> Find(Deployment deployment)
    {
        WrittenPaths written = new(deployment);
        UploadedFiles uploaded = new(deployment);
        DescribedPaths described = new(deployment);
        BindNeeds needs = new(deployment, described);
        var exported = Exported(deployment);
        var targets = deployment.Targets.ToLookup(target => target.Name, StringComparer.Ordinal);
        return deployment
            .ComposeStacks.SelectMany(stack =>
                new ComposePaths(deployment, written, uploaded, needs, exported, stack, targets[stack.Name].FirstOrDefault()).Find()
            )
            .Concat(ComposeFilePaths.Find(deployment, written, described))
            // A file that takes part in several projects is judged once, in the first of them.
            .DistinctBy(use => new
            {
                use.Role,
                use.Span,
                use.Answer.Looked,
            });
    }

    private IEnumerable<PathUse> Find() =>
        [
            .. stack.Project.Services.SelectMany(service => Mounts(service).Concat(EnvFiles(service))),
            .. stack.Project.Volumes.Select(Device).OfType<PathUse>(),
            .. stack
                .Project.Secrets.Select(secret => Use(PathRole.SecretFile, secret.File, secret.File?.Span, secret.Name.Value))
                .OfType<PathUse>(),
            .. stack
                .Project.Configs.Select(config => Use(PathRole.SecretFile, config.File, config.File?.Span, config.Name.Value))
                .OfType<PathUse>(),
        ];

    private IEnumerable<PathUse> Mounts(ComposeService service) =>
        from mount in service.Volumes
        where mount.Type == ComposeMountType.Bind
        let use = Use(PathRole.BindSource, mount.Source, mount.Span, service.Name.Value)
        where use is not null
        let target = stack.Text(mount.Target) ?? ""
        let hidden = Hidden(service, target)
        select needs.Weigh(
            use with
            {
                Target = target,
                IsWritable = !mount.IsReadOnly,
                HiddenAt = hidden,
                IsFile = BindPurposes.IsFile(use.Path, target),
                IsPrivate = BindPurposes.IsPrivate(use.Path) || BindPurposes.IsPrivate(target),
                IsConditional =
                    BindPurposes.IsMadeByDocker(mount, use.Path, target) && !IsWorkingDirectory(service, target) && hidden is null
                    || IsFilledByAnother(mount, use.Answer.Looked, target),
            },
            service,
            workloads.GetValueOrDefault(service.Name.Value)
        );

    /// <summary>Docker mounts what is there when the first container starts that has the volume; it makes no directory.</summary>
    private PathUse? Device(ComposeVolume volume)
    {
        var options = volume.DriverOptions.FirstOrDefault(option => option.Name.Value == "o")?.Value?.Literal?.Split(',') ?? [];
        var device = volume.DriverOptions.FirstOrDefault(option => option.Name.Value == "device");
        if (
            !users.Value[volume.Name.Value].Any()
            || volume.IsExternal
            || !options.Any(option => option.Trim() is "bind" or "rbind")
            || device?.Value is null
        )
        {
            return null;
        }

        return Use(PathRole.VolumeDevice, device.Value, device.Span, volume.Name.Value) is { } use
            ? use with
            {
                ToldAt = use.Answer.IsMissing ? needs.Described(use.Answer.Looked) : null,
                IsConditional = users.Value[volume.Name.Value].All(service => service.Profiles.Count > 0),
            }
            : null;
    }

    /// <summary>A COPY of the image that ends in this directory, or in one below; sources that a developer mounts are another matter.</summary>
    private SourceSpan? Hidden(ComposeService service, string target) =>
        workloads.GetValueOrDefault(service.Name.Value)
            is { Environment: not (TargetEnvironment.Development or TargetEnvironment.Test), Image.Final: { } stage }
        && target is ['/', _, ..]
            ? stage
                .Declared.Down.SelectMany(declared => declared.Instructions)
                .OfType<DockerInstruction.Copy>()
                .Where(copy =>
                    copy.Destination?.Literal is { } destination
                    && stage.DirectoryAt.GetValueOrDefault(copy) is { } directory
                    && ImagePath.Join(directory, destination) is { } full
                    && ImagePath.Inside(target.TrimEnd('/'), full.TrimEnd('/')) is not null
                )
                .Select(copy => copy.Span)
                .FirstOrDefault()
            : null;

    /// <summary>An empty directory there hides the program itself.</summary>
    private bool IsWorkingDirectory(ComposeService service, string target) =>
        workloads.GetValueOrDefault(service.Name.Value)?.Image?.Final.WorkingDirectory is { } directory && directory == target.TrimEnd('/');

    /// <summary>Another mount of the same path, or of one around or below it, may write: what one service reads, others make while they run.</summary>
    private bool IsFilledByAnother(ComposeMount mount, string path, string target) =>
        mount.IsReadOnly
        && (
            writable.Value.AreAtOrAbove(path)
            // What one writes below it is no configuration for the other.
            || (!BindPurposes.IsConfiguration(target) && writable.Value.AreBelow(path))
        );

    private IEnumerable<PathUse> EnvFiles(ComposeService service) =>
        from file in service.EnvFiles
        let use = Use(PathRole.EnvFile, file.Path, file.Path.Span, service.Name.Value)
        where use is not null
        select use with
        {
            IsConditional = !file.IsRequired,
            Answer =
                !use.Answer.IsMissing ? use.Answer
                : RepositoryPath.NameOf(use.Answer.Looked) == PortainerFile
                    ? use.Answer with
                    {
                        Presence = Presence.Unknown,
                        Why = "Portainer creates a file with that name from its variables",
                    }
                : (EnvTemplates.Beside(tree, use.Answer.Looked) ?? EnvTemplates.Elsewhere(tree, use.Answer.Looked)) is { } template
                    ? FromTemplate(use.Answer, template)
                : needs.Described(use.Answer.Looked) is { } described
                    ? use.Answer with
                    {
                        Presence = Presence.Unknown,
                        Why = $"{described} describes how to create it",
                    }
                : use.Answer,
        };

    private PathUse? Use(PathRole role, Template? template, SourceSpan? span, string subject)
    {
        if (
            span is not { } place
            || template is null
            || stack.Resolve(template) is not { Unset.Count: 0, Text: { Length: > 0 } path }
            || RepositoryPath.Join(stack.Project.Directory, path) is not { } full
        )
        {
            return null;
        }

        var answer = tree.Look(full, path);
        var directory = stack.Project.Directory;
        return new PathUse(role, path, place, subject, answer.IsMissing ? Given(template, Made(answer, path)) : answer)
        {
            From = $"the project directory {(directory.Length == 0 ? "." : directory)}",
        };
    }

    /// <summary>The variables that the scripts of the repository export, each with the place of one that does.</summary>
    private static Dictionary<string, SourceSpan> Exported(Deployment deployment) =>
        deployment
            .Of<ShellScript>()
            .SelectMany(script => script.Commands)
            .SelectMany(command => command.Assignments)
            .Where(assignment => assignment.IsExported)
            .GroupBy(assignment => assignment.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Span, StringComparer.Ordinal);

    /// <summary>The default of a variable counts for a start by hand; a script of the repository may name another place.</summary>
    private PathAnswer Given(Template template, PathAnswer answer) =>
        answer.IsMissing && template.Variables.Select(part => part.Variable ?? "").FirstOrDefault(exported.ContainsKey) is { } name
            ? answer with
            {
                Presence = Presence.Unknown,
                Why = $"{exported[name]} sets {name}",
            }
            : answer;

    private PathAnswer Made(PathAnswer answer, string path) =>
        stack.PartialBecause is { } why && MayBeElsewhere(path) ? answer with { Presence = Presence.Unknown, Why = why }
        : (written.Find(answer.Looked) ?? written.FindElsewhere(path)) is { } command
            ? answer with
            {
                Presence = Presence.Produced,
                Because = command,
            }
        : stack is { TakenBy: not null, PartialBecause: { } taken } ? answer with { Presence = Presence.Unknown, Why = taken }
        : FromAbove(answer) is { } rest
            ? answer with
            {
                Presence = Presence.Unknown,
                Why = $"{rest} exists, so the file may be meant for the parent directory of the clone",
            }
        : Sent() is { } place ? answer with { Presence = Presence.Unknown, Why = $"{place} copies only this file to another machine" }
        : FromTemplate(answer, EnvTemplates.OfFile(tree, answer.Looked));

    /// <summary>A path that leads somewhere once the name of the clone's own directory is taken away: <c>./shop/nginx.conf</c> in the repository shop.</summary>
    private string? FromAbove(PathAnswer answer) =>
        stack.Project.Directory.Length == 0
        && answer.Looked.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash
        && !tree.Has(answer.Looked[..slash])
        && answer.Looked[(slash + 1)..] is var rest
        && tree.Has(rest)
            ? rest
            : null;

    private SourceSpan? Sent() =>
        stack.Project.Files.Select(file => uploaded.Find(file.File.Path)).FirstOrDefault(place => place is not null);

    /// <summary>From some directory above, the path leads somewhere: what is nowhere is absent for every project.</summary>
    private bool MayBeElsewhere(string path) =>
        RepositoryPath
            .Ancestors(stack.Project.Directory)
            .Any(above => RepositoryPath.Join(above, path) is { } full && (tree.Has(full) || full.Length == 0));

    private static PathAnswer FromTemplate(PathAnswer answer, string? template) =>
        template is null ? answer : answer with { Presence = Presence.Unknown, Actual = template, Why = $"it is a copy of {template}" };
}
