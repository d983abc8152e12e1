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
            Title = "Path filter without matches",
            Area = Area.Pipelines,
            Severity = Severity.Medium,
            Rationale = "The workflow does not start on the intended changes, and nothing reports a check that never runs.",
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
                    $"The filter of {subject.Subject} names `{subject.Path}`, but the file is called `{actual}`: its changes never start the workflow."
                )
                .Remedy($"Write `{actual}` in {subject.Span}.")
                .VerifyGone(),
            { Presence: Presence.Elsewhere, Actual: { } below } => Fail(
                    subject.Span,
                    $"The filter of {subject.Subject} names the directory `{subject.Path}`, but filters match paths of files: no change below it starts the workflow."
                )
                .Remedy($"Write `{below}` in {subject.Span}.")
                .VerifyGone(),
            _ when subject.Path is ['/', .. var relative] => Fail(
                    subject.Span,
                    $"The filter of {subject.Subject} names `{subject.Path}`, but filters start at the root without a slash: no change starts the workflow."
                )
                .Remedy($"Write `{relative}` in {subject.Span}.")
                .VerifyGone(),
            _ when IsOneOfSeveral(subject, deployment) => Unknown(
                subject.Span,
                $"unknown whether `{subject.Path}` in the filter of {subject.Subject} is for future files: it matches none, but other patterns do."
            ),
            _ => Warn(subject.Span, $"The filter of {subject.Subject} names `{subject.Path}`, which matches no file.")
                .As(subject.IsConditional ? Severity.Low : Severity.Medium)
                .Remedy($"Correct the path in {subject.Span}, or remove it.")
                .VerifyGone(),
        };
    }

    /// <summary>A file that git ignores on purpose beside others that match: it has no changes.</summary>
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
