using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;

namespace Seaworthy.Rules.Containers;

/// <summary>An image is built although the installation of its dependencies, or its own build, failed.</summary>
internal sealed class BuildFailureMasked : Rule<Dockerfile>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "containers/build-failure-masked",
            Title = "Failed step that does not fail the build",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "The image is built without what the step should have made, and fails where users see it.",
            Holds = "A failed installation or build ends the build of the image.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) =>
        deployment.Of<Dockerfile>().Where(file => file.Stages.SelectMany(Steps).Any());

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        var swallowed = subject
            .Stages.SelectMany(stage => Steps(stage).Where(command => command.FailureIsMasked && !OnlyWarms(command, stage)))
            .ToList();
        if (swallowed is not [var first, ..])
        {
            yield break;
        }

        yield return Warn(
                first.Span,
                $"{subject.File.Path} goes on when `{first.Text}` fails: the image is built without what it should have made."
            )
            .Related(swallowed.Skip(1).Select(command => command.Span))
            .Remedy($"Let it fail: take the `|| …` behind it out of {first.Span}.")
            .Verify($"grep -n '|| true' {subject.File.Path}");
    }

    /// <summary>A build before the sources are there, for what it fetches: the same tool builds again behind their COPY, and ends the build of the image when it fails.</summary>
    private static bool OnlyWarms(ShellCommand masked, DockerStage stage) =>
        Tool(masked) is { } tool
        && !stage
            .Instructions.Where(before => before.Span.Start < masked.Span.Start)
            .OfType<DockerInstruction.Copy>()
            .Any(copy => copy.From is null && copy.Sources.Any(source => source.Raw.TrimEnd('/') is "" or "."))
        && stage
            .Instructions.Where(after => after.Span.Start > masked.Span.Start)
            .SkipWhile(after => after is not DockerInstruction.Copy { From: null })
            .OfType<DockerInstruction.Run>()
            .SelectMany(run => run.Command.Commands)
            .Any(again => !again.MayFailUnnoticed && again.Directory == masked.Directory && Tool(again) == tool);

    private static string? Tool(ShellCommand command) => KnownCommand.Of(command).OfType<BuildCommand>().FirstOrDefault()?.Tool;

    private static IEnumerable<ShellCommand> Steps(DockerStage stage) =>
        stage.Instructions.OfType<DockerInstruction.Run>().SelectMany(run => run.Command.Commands).Where(Matters);

    private static bool Matters(ShellCommand command) =>
        KnownCommand
            .Of(command)
            .Any(known =>
                known
                    is PackageInstallCommand { Packages.Count: > 0 }
                        or PackageInstallCommand { RequirementFiles.Count: > 0 }
                        or PackageInstallCommand { Directories.Count: > 0 }
                        or PackageScriptCommand { Verb: "install" or "add" }
                        or PackageScriptCommand { Verb: "run" }
                        or BuildCommand
                || known is ProgramCommand { Verb: "collectstatic" }
            )
        || command.Words.Select(word => word.Literal).SkipWhile(word => word is not "prisma").Take(2) is var words
            && words.SequenceEqual(["prisma", "generate"]);
}
