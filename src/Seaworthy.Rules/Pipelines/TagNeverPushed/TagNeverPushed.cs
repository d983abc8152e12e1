using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step asks for an image by the whole id of the commit, and the tags that are pushed hold its first seven letters.</summary>
internal sealed class TagNeverPushed : Rule<CommitTag>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "tag-never-pushed",
            "Image asked for by a tag that nothing pushes",
            Severity.Critical,
            "The registry does not have the tag: pods stay in ImagePullBackOff, and scans end with an error.",
            "What the workflow asks for by the commit is a tag that it pushes."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<CommitTag>(CommitTags.Link)];

    public override IEnumerable<CommitTag> Subjects(Deployment deployment) => deployment.All<CommitTag>();

    protected override Subject Identify(CommitTag subject) => new($"{subject.Workflow}: {subject.Image}", subject.TagsAt);

    protected override IEnumerable<Verdict> Check(CommitTag subject, Deployment deployment)
    {
        var missing = subject
            .Uses.Where(use => !use.IsPushed)
            .OrderBy(use => use.IsConditional ? 1 : 0)
            .ThenByDescending(use => use.IsDeployment ? 1 : 0)
            .ToList();
        if (missing is not [var first, ..])
        {
            yield break;
        }

        var pushed = string.Join(", ", subject.ShortPrefixes.Select(prefix => $"{prefix}1a2b3c4").Distinct(StringComparer.Ordinal));
        var message =
            $"{subject.Workflow}: {first.Job} {(first.IsDeployment ? "deploys" : "fetches")} {subject.Image} by the tag {first.Prefix}${{{{ github.sha }}}}, with all forty letters of the commit, but `type=sha` makes tags of seven ({pushed}): nothing pushes that one.";
        yield return (first.IsConditional ? Warn(first.Span, message) : Fail(first.Span, message))
            .As(
                missing.Exists(use => use.IsDeployment) ? Severity.Critical
                : first.IsConditional ? Severity.Low
                : Severity.High
            )
            .Related(subject.TagsAt, "makes the tags")
            .Related(missing.Skip(1).Select(use => use.Span), "asks for it, too")
            .Remedy(
                $"Write `type=sha,prefix={first.Prefix},format=long` in {subject.TagsAt}, or take the tag from the outputs of that step."
            )
            .VerifyOneGone();
    }
}
