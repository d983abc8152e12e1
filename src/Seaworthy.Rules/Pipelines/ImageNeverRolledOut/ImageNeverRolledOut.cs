using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline pushes an image, and applies a manifest that is the same at every run: the pods keep the old image.</summary>
internal sealed class ImageNeverRolledOut : Rule<AppliedImage>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "image-never-rolled-out",
            "Image never rolled out",
            Severity.High,
            "`kubectl apply` of an unchanged pod template starts no pods, so the old version keeps running although the pipeline is green.",
            "The deployment names the new image, or restarts the pods.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<AppliedImage>(AppliedImages.Link)];

    public override IEnumerable<AppliedImage> Subjects(Deployment deployment) => deployment.All<AppliedImage>();

    protected override Subject Identify(AppliedImage subject) => new($"{subject.Subject}: {subject.Object}", subject.Apply);

    protected override IEnumerable<Verdict> Check(AppliedImage subject, Deployment deployment)
    {
        if (subject.IsRolledOut)
        {
            yield break;
        }

        var (pushed, named) = (subject.Push.Value, subject.Reference.Value);
        yield return Fail(
                subject.Apply,
                $"{subject.Subject} pushes `{pushed}`, but {subject.Reference.Span.File.Path} always names `{named}`: {subject.Object} keeps its old pods."
            )
            .Related(subject.Reference.Span)
            .Related(subject.Push.Span, "pushed here")
            .Remedy(
                pushed == named
                    ? $"Add `kubectl rollout restart {subject.Object}` after {subject.Apply}, in the same namespace; better, push a tag for each build and deploy it with `kubectl set image`."
                    : $"Add `kubectl set image {subject.Object} {subject.Container.Value}={pushed}` after {subject.Apply}, in the same namespace."
            )
            .Verify(
                $"git grep -nE {"kubectl .*(set image|rollout restart)"} -- {subject.Apply.File.Path}   # must find it after the apply"
            );
    }
}
