using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A step uses an image by the full commit hash, but the pushed tags have only its first seven digits.</summary>
internal sealed class TagNeverPushed : Rule<CommitTag>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "tag-never-pushed",
            "Image tag never pushed",
            Severity.Critical,
            "The registry does not have the tag: pods stay in ImagePullBackOff, and scans fail.",
            "The workflow pushes every tag that it uses."
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
            $"{subject.Workflow}: {first.Job} {(first.IsDeployment ? "deploys" : "fetches")} `{subject.Image}:{first.Prefix}${{{{ github.sha }}}}`, but `type=sha` pushes only short tags ({pushed}).";
        yield return (first.IsConditional ? Warn(first.Span, message) : Fail(first.Span, message))
            .As(
                missing.Exists(use => use.IsDeployment) ? Severity.Critical
                : first.IsConditional ? Severity.Low
                : Severity.High
            )
            .Related(subject.TagsAt, "makes the tags")
            .Related(missing.Skip(1).Select(use => use.Span), "also uses it")
            .Remedy(
                $"Write `type=sha,prefix={first.Prefix},format=long` in {subject.TagsAt}, or take the tag from the outputs of that step."
            )
            .VerifyOneGone();
    }
}
