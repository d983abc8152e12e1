using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A command starts a file that is not executable in git. A file that many start is one subject.</summary>
internal sealed class ScriptWithoutPermission : Rule<IReadOnlyList<StartedScript>>
{
    private const int MostPlaces = 10;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/script-without-permission",
            Title = "Script without execute permission",
            Area = Area.Pipelines,
            Severity = Severity.High,
            Rationale = "A fresh clone has the mode that git stores: the shell answers `Permission denied`, and the script does not run.",
            Holds = "The script that the command starts is executable.",
        };

    public override IEnumerable<IReadOnlyList<StartedScript>> Subjects(Deployment deployment) =>
        deployment
            .All<StartedScript>()
            .GroupBy(start => start.File.Path)
            .Select(same =>
                same.OrderByDescending(start => start.IsInPipeline ? 1 : 0).ThenBy(start => start.IsConditional ? 1 : 0).ToList()
            );

    protected override Subject Identify(IReadOnlyList<StartedScript> subject) =>
        new(subject[0].Subject, subject[0].Word, subject[0].File.Path);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<StartedScript> subject, Deployment deployment)
    {
        var denied = subject.Where(other => other.MadeExecutableBy is null).ToList();
        if (denied is not [var start, ..] || start.File.IsExecutable)
        {
            yield break;
        }

        var message =
            $"{start.Subject} starts `{start.File.Path}`, which is not executable in git (100644), and no command there makes it so.";
        // Where no file at all is executable, the work is done on Windows, which does not ask.
        var isCertain = !start.IsConditional && (start.IsInPipeline || deployment.Tree.Files.Any(file => file.IsExecutable));
        yield return (isCertain ? Fail(start.Word, message) : Warn(start.Word, message).As(Severity.Medium))
            .Related(denied.Skip(1).Take(MostPlaces).Select(other => other.Word))
            .Remedy($"Run `git update-index --chmod=+x {start.File.Path}` and commit.")
            .Verify($"git ls-files --stage {start.File.Path}   # begins with 100755 when it is fixed");
    }
}
