using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Containers;

/// <summary>A stage on an image without a shell runs a command that needs one.</summary>
internal sealed class RunWithoutShell : Rule<ImageStage>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/run-without-shell",
            Title = "RUN without a shell",
            Area = Area.Containers,
            Severity = Severity.Critical,
            Rationale = "Docker passes RUN in shell form to `/bin/sh -c`; without a shell, the build fails.",
            Holds = "No RUN needs a shell that its image lacks.",
        };

    public override IEnumerable<ImageStage> Subjects(Deployment deployment) =>
        deployment
            .Images.SelectMany(image => image.Stages)
            .Where(stage => stage.PublicBase?.HasShell == false)
            .DistinctBy(stage => stage.Declared);

    protected override Subject Identify(ImageStage subject) =>
        new($"{subject.Declared.Span.File.Path}: {subject.Declared.Name?.Value ?? subject.BaseTitle}", subject.Declared.Span);

    protected override IEnumerable<Verdict> Check(ImageStage subject, Deployment deployment)
    {
        var instructions = subject.Declared.Instructions;
        if (
            instructions.OfType<DockerInstruction.Run>().FirstOrDefault(run => !run.Command.IsExec) is { } first
            && !instructions.TakeWhile(instruction => instruction != first).Any(MayBringShell)
            && subject.Declared.BaseStage is null
        )
        {
            yield return Fail(first.Span, $"{first.Span.File.Path} runs a shell command on `{subject.BaseTitle}`, which has no shell.")
                .Related(subject.Declared.Span)
                .Remedy(
                    $"Run it in a stage with a shell and copy the result, or set owner and mode with `COPY --chown` and `--chmod`; {first.Span} cannot run."
                )
                .Verify(BuiltImage.Build(first.Span.File.Path, deployment));
        }
    }

    /// <summary>Busybox copied to the root, a SHELL of its own: the stage takes care of its shell.</summary>
    private static bool MayBringShell(DockerInstruction instruction) =>
        instruction switch
        {
            DockerInstruction.Shell => true,
            DockerInstruction.Copy { IsAdd: true } => true,
            DockerInstruction.Copy copy => copy.Destination?.Literal is not { } to
                || to.TrimEnd('/') is "" or "/bin" or "/usr" or "/usr/bin" or "/bin/sh"
                || copy.Sources.Any(source =>
                    source.Raw.Contains("busybox", StringComparison.Ordinal) || source.Raw.EndsWith("/sh", StringComparison.Ordinal)
                ),
            _ => false,
        };
}
