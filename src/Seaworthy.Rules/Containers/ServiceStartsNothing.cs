using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A service of Compose builds an image that has no program, and names none: the container starts what its base image starts.</summary>
/// <remarks>
/// Sources: Dockerfile reference, "CMD" and "ENTRYPOINT", which a stage inherits from its base; docker-library, Dockerfiles of node (<c>CMD ["node"]</c>), python, ruby, php.
/// </remarks>
internal sealed class ServiceStartsNothing : Rule<Workload>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/service-starts-nothing",
            Title = "Service without start command",
            Area = Area.Containers,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "The interpreter or shell of the base image reads from a terminal, and there is none: the container ends at once, as a rule with the status 0.",
            Holds = "The image or the service names the program to start.",
        };

    public override IEnumerable<Workload> Subjects(Deployment deployment) =>
        deployment.Workloads.Where(workload =>
            workload is { Kind: TargetKind.Compose, IsBuiltBeside: false, Image.Final.PublicBase.Idle: not null }
            && !workload.Image.Down(workload.Image.Final).Any(stage => stage.BuiltUpon is not null)
        );

    protected override Subject Identify(Workload subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Workload subject, Deployment deployment)
    {
        if (
            subject is not { Image: { } image, Start: null }
            || image.Final.Entrypoint is { IsEmpty: false }
            || image.Final.Command is { IsEmpty: false }
            || IsMeantSo(subject, deployment)
        )
        {
            yield break;
        }

        var stage = image.Build.Target is { Value: { Length: > 0 } target } ? $"target `{target}` of {image.Name}" : image.Name;
        yield return Fail(
                subject.Span,
                $"{subject.Name} starts nothing: {stage} has no CMD, so {image.Final.PublicBase?.Idle} of its base image ends at once without a terminal."
            )
            .Related(image.Final.Declared.Span, "has no CMD")
            .Remedy($"Add a `command:` with the program to {subject.Name} in {subject.Span}, or a CMD to {image.Final.Declared.Span}.")
            .Verify(
                $"docker inspect --format '{{{{json .Config.Cmd}}}}' $({TargetCommand.Compose(subject, deployment)} ps -aq {subject.Name})   # after `up --build`: must name the program"
            );
    }

    /// <summary>A terminal, another service that runs the image, files in a volume, or a command that somebody gives to <c>compose run</c>.</summary>
    private static bool IsMeantSo(Workload subject, Deployment deployment) =>
        subject.Mounts.Any(mount => mount.Kind == MountKind.Volume)
        || deployment.Workloads.Any(other => other != subject && other.Image == subject.Image && other.Start is not null)
        || deployment
            .Of<ComposeFile>()
            .Select(file => file.FindService(subject.Name))
            .OfType<ComposeService>()
            .Any(service =>
                service.Tty is not null || service.StdinOpen is not null || service.Command is not null || service.Entrypoint is not null
            )
        || Commands(deployment).Any(command => GivesCommand(command, subject.Name));

    private static IEnumerable<ShellCommand> Commands(Deployment deployment) =>
        deployment
            .Commands.Select(site => site.Command)
            .Concat(deployment.Of<Document>().SelectMany(document => document.Commands.Concat(document.InlineCommands)));

    /// <summary><c>docker compose run --rm migrate pnpm db:migrate</c>.</summary>
    private static bool GivesCommand(ShellCommand command, string service)
    {
        var words = command.Words.Select(word => word.Literal).ToList();
        var run = words.IndexOf("run");
        var name = run < 0 ? -1 : words.IndexOf(service, run);
        return name > 0 && name + 1 < words.Count;
    }
}
