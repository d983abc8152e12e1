using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A condition looks for a word in a printed status, and finds the word for the opposite too.</summary>
internal sealed class PatternMatchesOpposite : Rule<StatusSearch>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "pattern-matches-opposite",
            "grep matches opposite status",
            Severity.Medium,
            "The script takes a stopped firewall, service or unhealthy container for a running one, and goes on.",
            "The pattern tells the status from its opposite."
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<StatusSearch>(StatusSearches.Link)];

    public override IEnumerable<StatusSearch> Subjects(Deployment deployment) => deployment.All<StatusSearch>();

    protected override Subject Identify(StatusSearch subject) => new(subject.Site.Subject, subject.Site.Span);

    protected override IEnumerable<Verdict> Check(StatusSearch subject, Deployment deployment)
    {
        if (subject.FindsOpposite)
        {
            var place = subject.Site.Span;
            yield return Fail(
                    place,
                    $"{subject.Site.Subject} looks for `{subject.Pattern}`, which also matches `{subject.Opposite}`: the condition cannot tell them apart."
                )
                .Related(subject.Printer)
                .Remedy(
                    subject.Pattern == subject.Word
                        ? $"Add `-w` to `grep` in {place}: it finds the whole word only."
                        : $"Write `\\b{subject.Word}` for `{subject.Word}` in {place}: then no letter may stand before it."
                )
                .VerifyGone();
        }
    }
}
