using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A path filter of a trigger that no file matches.</summary>
internal sealed class PathFilterMatchesNothing : Rule<PathUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "pipelines/path-filter-matches-nothing",
            Title = "Path filter that matches no file",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Rationale =
                "The workflow is not started by the changes that somebody meant it for, and nothing reports a check that never runs.",
            Holds = "The path filter matches files of the repository.",
        };

    public override IEnumerable<PathUse> Subjects(Deployment deployment) =>
        deployment.Paths.Where(use => use.Role == PathRole.TriggerFilter).DistinctBy(use => new { use.Subject, use.Path });

    protected override Subject Identify(PathUse subject) => new(subject.Subject, subject.Span);

    protected override IEnumerable<Verdict> Check(PathUse subject, Deployment deployment)
    {
        if (!subject.Answer.IsMissing || IsKeptOut(subject, deployment))
        {
            yield break;
        }

        yield return subject.Answer switch
        {
            { Presence: Presence.OtherCase, Actual: { } actual } => Fail(
                    subject.Span,
                    $"The filter of {subject.Subject} names {subject.Path}; the file is called {actual}, so changes to it never start the workflow."
                )
                .Remedy($"Write `{actual}` in {subject.Span}.")
                .VerifyGone(),
            { Presence: Presence.Elsewhere, Actual: { } below } => Fail(
                    subject.Span,
                    $"The filter of {subject.Subject} names the directory {subject.Path}; a filter is compared with whole paths of files, so nothing below it starts the workflow."
                )
                .Remedy($"Write `{below}` in {subject.Span}.")
                .VerifyGone(),
            _ when IsOneOfSeveral(subject, deployment) => Unknown(
                subject.Span,
                $"The filter of {subject.Subject} names {subject.Path}, which matches no file; others of its patterns do, and it may be meant for files to come."
            ),
            _ => Warn(subject.Span, $"The filter of {subject.Subject} names {subject.Path}, which matches no file of the repository.")
                .As(subject.IsConditional ? Severity.Low : Severity.Medium)
                .Remedy($"Correct the path in {subject.Span}, or remove it.")
                .VerifyGone(),
        };
    }

    /// <summary>A file that git ignores on purpose beside others that match: nobody awaits its changes.</summary>
    private static bool IsKeptOut(PathUse use, Deployment deployment) =>
        use.Answer.Presence is Presence.Absent or Presence.IgnoredByGit
        && deployment.Tree.WhyIgnored(use.Path) is not null
        && HasMatchingSibling(use, deployment);

    /// <summary>A pattern with a star beside others that match: another spelling of the same ending, or a place that is still empty.</summary>
    private static bool IsOneOfSeveral(PathUse use, Deployment deployment) =>
        use.Path.Contains('*', StringComparison.Ordinal) && HasMatchingSibling(use, deployment);

    private static bool HasMatchingSibling(PathUse use, Deployment deployment) =>
        deployment.Paths.Any(other =>
            other.Role == use.Role && other.Subject == use.Subject && other.Span.File == use.Span.File && !other.Answer.IsMissing
        );
}
