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

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) => deployment.Of<Dockerfile>().Where(file => Steps(file).Any());

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        if (Steps(subject).Where(command => command.FailureIsMasked).ToList() is not [var first, ..] masked)
        {
            yield break;
        }

        yield return Warn(
                first.Span,
                $"{subject.File.Path} goes on when `{first.Text}` fails: the image is built without what it should have made."
            )
            .Related(masked.Skip(1).Select(command => command.Span))
            .Remedy($"Let it fail: take the `|| …` behind it out of {first.Span}.")
            .Verify($"grep -n '|| true' {subject.File.Path}");
    }

    private static IEnumerable<ShellCommand> Steps(Dockerfile file) =>
        file
            .Stages.SelectMany(stage => stage.Instructions)
            .OfType<DockerInstruction.Run>()
            .SelectMany(run => run.Command.Commands)
            .Where(Matters);

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
