using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline or script removes the volumes in which data is kept.</summary>
internal sealed class PruneOfVolumes : Rule<CommandSite>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/prune-of-volumes",
            Title = "Clean-up that removes data",
            Area = Area.Backup,
            Severity = Severity.High,
            Rationale = "Volumes hold databases and uploads. Removed with them is whatever was not backed up.",
            Holds = "The clean-up leaves volumes alone.",
        };

    public override IEnumerable<CommandSite> Subjects(Deployment deployment) =>
        deployment.Commands.Where(site =>
            site is { IsOnHostedRunner: false, Command.Program: "docker" } && site.Command.Words.Any(word => word.Literal == "prune")
        );

    protected override Subject Identify(CommandSite subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(CommandSite subject, Deployment deployment)
    {
        var words = subject.Command.Words.Select(word => word.Literal ?? "").ToList();
        var isVolumes =
            words.Contains("--volumes") || (words.Contains("volume") && words.Exists(word => word is "-a" or "--all" or "-af" or "-fa"));
        if (isVolumes && DeployWords.Says(subject.Subject))
        {
            yield return Warn(
                    subject.Span,
                    $"{subject.Subject} runs `{subject.Span.Line}`, which removes volumes that no container uses just then: data of stopped services is lost."
                )
                .Remedy($"Leave out the volumes in {subject.Span}: `docker image prune -f`.")
                .Verify("docker volume ls");
        }
    }
}
