using Seaworthy.Model;

namespace Seaworthy.Rules.Pipelines;

/// <summary>psql runs a file of a deployment, migration or restore, and goes on after an error.</summary>
/// <remarks>Source: PostgreSQL documentation, "psql", "Exit Status".</remarks>
internal sealed class PsqlGoesOnAfterError : Rule<PsqlRun>
{
    public override RuleInfo Info { get; } =
        PipelineRule.Info(
            "psql-goes-on-after-error",
            "psql without ON_ERROR_STOP",
            Severity.Medium,
            "psql reports a failed statement, runs the next one and ends with 0: a half-made schema or a half-restored database passes for complete.",
            "psql stops at the first error.",
            Certainty.Likely
        );

    public override IReadOnlyList<Relation> Relations => [new Relation<PsqlRun>(PsqlRuns.Link)];

    public override IEnumerable<PsqlRun> Subjects(Deployment deployment) => deployment.All<PsqlRun>();

    protected override Subject Identify(PsqlRun subject) => new(subject.Site.Subject, subject.Place);

    protected override IEnumerable<Verdict> Check(PsqlRun subject, Deployment deployment)
    {
        if (subject.Stops)
        {
            yield break;
        }

        if (subject.UnknownBecause is { } reason)
        {
            yield return Unknown(subject.Place, $"unknown whether `psql` in {subject.Site.Subject} stops at an error: {reason}.");
            yield break;
        }

        yield return Warn(
                subject.Place,
                $"{subject.Site.Subject} runs `psql` without ON_ERROR_STOP: it returns 0 even when a statement of {subject.Source} fails."
            )
            .Related(subject.Next?.Span, "runs all the same")
            .Remedy($"Write `psql -v ON_ERROR_STOP=1` in {subject.Place}.")
            .VerifyGone();
    }
}
