using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step calls a program that the runner does not have and no earlier step installs.</summary>
internal sealed class ProgramNotOnRunner : Rule<RunnerProgramUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/program-not-on-runner",
            Title = "Missing program on runner",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "The step ends with `command not found`, and the job with it: nothing after it is tested or deployed.",
            Holds = "A step installs the program before its first call.",
        };

    public override IEnumerable<RunnerProgramUse> Subjects(Deployment deployment) => deployment.All<RunnerProgramUse>();

    protected override Subject Identify(RunnerProgramUse subject) => new($"{subject.Job}: {subject.Program.Name}", subject.Places[0]);

    protected override IEnumerable<Verdict> Check(RunnerProgramUse subject, Deployment deployment)
    {
        var place = subject.Places[0];
        var program = subject.Program;
        if (subject.UnknownBecause is { } reason && subject.InstalledBy is null)
        {
            yield return subject.IsHardlyInstalled
                ? Warn(
                        place,
                        $"{subject.Job} calls `{program.Name}`, which {subject.Machine} does not have; {reason}, but by its name it is for another tool."
                    )
                    .Related(subject.Through, "called here")
                    .Remedy($"Before {subject.Through ?? place}, {program.Instead}.")
                    .Verify($"gh run list --limit 1 --workflow {place.File.Name}   # must have succeeded")
                : Unknown(place, $"unknown whether `{program.Name}` is installed on {subject.Machine}: {reason}.");
        }
        else if (subject.IsMissing)
        {
            var caller = subject.CalledBy is { } action ? $"{subject.Job}: {action}" : subject.Job;
            var since = program.Since.Length > 0 ? $" {program.Since}" : "";
            var message =
                $"{caller} calls `{program.Name}`, which {subject.Machine} does not have{since}, and no earlier step installs it.";
            yield return (subject.IsSwallowed ? Warn(place, message) : Fail(place, message))
                .Related(subject.Through, "called here")
                .Remedy(
                    program.Name == "docker-compose"
                        ? $"In {place}, {program.Instead}.{ComposeFile(place, deployment)}"
                        : $"Before {subject.Through ?? place}, {program.Instead}.{LockFile(subject, deployment)}"
                )
                .Verify($"gh run list --limit 1 --workflow {place.File.Name}   # must have succeeded");
        }
    }

    /// <summary>Compose stops when the file of the call is missing.</summary>
    private static string ComposeFile(SourceSpan call, Deployment deployment) =>
        deployment.Paths.FirstOrDefault(use =>
            use.Role == PathRole.ComposeFile && use.Answer.IsMissing && use.Span.File == call.File && use.Span.StartLine == call.StartLine
        )
            is { } missing
            ? $" Its file {missing.Path} is missing as well: add it, or name an existing one."
            : "";

    /// <summary>A cache without its lock file fails the step once the program is installed.</summary>
    private static string LockFile(RunnerProgramUse subject, Deployment deployment)
    {
        var place = subject.Places[0];
        if (
            subject.CalledBy is null
            || deployment.Paths.FirstOrDefault(use => use.Role == PathRole.LockFile && use.Span == place && use.Answer.IsMissing)
                is not { } missing
        )
        {
            return "";
        }

        var name = missing.Path[(missing.Path.LastIndexOf('/') + 1)..];
        var elsewhere = deployment
            .Tree.Files.FirstOrDefault(file =>
                file.Path.EndsWith("/" + name, StringComparison.Ordinal) && deployment.Tree.HasFile(file.Path)
            )
            ?.Path;
        return $" The cache also needs {name}, which is not where the action looks: "
            + (elsewhere is null ? "commit it, or remove the cache." : $"add `cache-dependency-path: {elsewhere}`.");
    }
}
