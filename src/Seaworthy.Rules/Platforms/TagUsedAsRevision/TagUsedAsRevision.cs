using Seaworthy.Model;

namespace Seaworthy.Rules.Platforms;

/// <summary>A command sends traffic of Cloud Run to a revision by the name of a tag.</summary>
internal sealed class TagUsedAsRevision : Rule<TrafficTarget>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "platforms/tag-used-as-revision",
            Title = "Tag used as revision",
            Area = Area.Platforms,
            Severity = Severity.High,
            Rationale = "Cloud Run has no revision of that name: the command fails, and the new release gets no traffic.",
            Holds = "Traffic goes to revisions by their names.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<TrafficTarget>(TrafficTargets.Link)];

    public override IEnumerable<TrafficTarget> Subjects(Deployment deployment) => deployment.All<TrafficTarget>();

    protected override Subject Identify(TrafficTarget subject) => new(subject.Service, subject.Span);

    protected override IEnumerable<Verdict> Check(TrafficTarget subject, Deployment deployment)
    {
        if (subject.Tag is not { } tag)
        {
            yield break;
        }

        yield return Fail(
                subject.Span,
                $"`--to-revisions` names `{tag.Value}`, which is a tag of {subject.Service}: names of its revisions begin with `{subject.Service}-`."
            )
            .Related(tag.Span, "sets the tag")
            .Remedy(
                $"Write `--to-tags={tag.Value}=PERCENT` in {subject.Span} instead; what is left goes to the revisions that have traffic now."
            )
            .VerifyOneGone();
    }
}
