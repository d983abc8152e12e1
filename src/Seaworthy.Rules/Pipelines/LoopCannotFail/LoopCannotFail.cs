using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A pipeline tries something several times, and goes on as if it had succeeded when no try does.</summary>
internal sealed class LoopCannotFail : Rule<RetryLoop>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "loop-cannot-fail",
            "Ineffective retry loop",
            Severity.Medium,
            "When every try fails, the loop ends like one that succeeded. The pipeline is green with a dead service, or without its image.",
            "A loop of failed tries ends the step.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<RetryLoop>(RetryLoops.Link)];

    public override IEnumerable<RetryLoop> Subjects(Deployment deployment) => deployment.All<RetryLoop>();

    protected override Subject Identify(RetryLoop subject) => new(subject.Subject, subject.Tried.Span);

    protected override IEnumerable<Verdict> Check(RetryLoop subject, Deployment deployment)
    {
        if (!subject.CannotFail)
        {
            yield break;
        }

        var place = subject.Tried.Span;
        var verdict = Warn(place, $"{subject.Subject} retries `{place.Quote}`, and goes on when every try fails.")
            .Related(subject.End, "the loop ends here")
            .Remedy(
                subject.IsWork
                    ? $"After the loop that ends in {subject.End}, `exit 1` unless a variable set beside `break` says that a try succeeded."
                    : $"After the loop that ends in {subject.End}, ask once more, with `|| exit 1` behind it."
            )
            .Verify($"git grep -nE {"exit 1|return 1"} -- {place.File.Path}   # must find it after the loop");
        yield return subject.IsWork ? verdict.As(Severity.High) : verdict;
    }
}
