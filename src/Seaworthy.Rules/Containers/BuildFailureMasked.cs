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
            Title = "Masked build failure",
            Area = Area.Containers,
            Severity = Severity.Medium,
            Rationale = "The build succeeds without the step's result, and the image fails where users see it.",
            Holds = "A failed installation or build step fails the image build.",
        };

    public override IEnumerable<Dockerfile> Subjects(Deployment deployment) =>
        deployment.Of<Dockerfile>().Where(file => file.Stages.SelectMany(Steps).Any());

    protected override Subject Identify(Dockerfile subject) => new(subject.File.Path, subject.File.Whole);

    protected override IEnumerable<Verdict> Check(Dockerfile subject, Deployment deployment)
    {
        var swallowed = subject.Stages.SelectMany(stage => Swallowed(stage)).ToList();
        if (swallowed is not [var first, ..])
        {
            yield break;
        }

        yield return Warn(first.Span, $"{subject.File.Path} ignores a failure of `{first.Text}`, so the build succeeds without its result.")
            .Related(swallowed.Skip(1).Select(command => command.Span))
            .Remedy($"Let it fail: remove the `|| …` after it in {first.Span}.")
            .VerifyAllGone();
    }

    /// <summary>
    /// A build before the sources are there is for what it fetches: the same tool builds again behind their COPY, and ends the build of the image when it fails.
    /// </summary>
    private static IEnumerable<ShellCommand> Swallowed(DockerStage stage)
    {
        var masked = Steps(stage).Where(command => command.FailureIsMasked).ToList();
        if (masked.Count == 0)
        {
            return [];
        }

        var copies = stage.Instructions.OfType<DockerInstruction.Copy>().Where(copy => copy.From is null).ToList();
        List<int> starts = [.. copies.Select(copy => copy.Span.Start)];
        var whole = copies.Find(copy => copy.Sources.Any(source => source.Raw.TrimEnd('/') is "" or "."))?.Span.Start ?? int.MaxValue;
        var last = stage
            .Instructions.OfType<DockerInstruction.Run>()
            .SelectMany(run => run.Command.Commands)
            .Where(command => !command.MayFailUnnoticed)
            .GroupBy(command => new { command.Directory, Tool = Tool(command) })
            .ToDictionary(same => same.Key, same => same.Last().Span.Start);
        return masked.Where(command => !OnlyWarms(command));

        bool OnlyWarms(ShellCommand command) =>
            Tool(command) is { } tool
            && command.Span.Start < whole
            && ~starts.BinarySearch(command.Span.Start) is var next
            && next < starts.Count
            && last.TryGetValue(new { command.Directory, Tool = (string?)tool }, out var again)
            && again > starts[next];
    }

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
