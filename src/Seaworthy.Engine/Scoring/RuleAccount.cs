using Seaworthy.Rules;

namespace Seaworthy.Engine.Scoring;

/// <summary>What one rule could cost its area, and what it does cost. How many subjects were judged stays the same when a finding is fixed, so fixing never lowers a score.</summary>
internal sealed class RuleAccount
{
    private readonly IReadOnlyList<Finding> findings;
    private readonly decimal worst;
    private readonly decimal second;
    private readonly decimal sum;

    public RuleAccount(RuleSummary summary, IReadOnlyList<Finding> findings)
    {
        this.findings = findings;
        Summary = summary;
        Open = Open.Of(findings);
        foreach (var harm in findings.Select(Harm))
        {
            sum += harm;
            (worst, second) = harm > worst ? (harm, worst) : (worst, Math.Max(second, harm));
        }

        Lost = LostBy(worst, sum);
    }

    private RuleAccount(RuleAccount all, Finding repaired)
    {
        var harm = Harm(repaired);
        findings = all.findings;
        Summary = all.Summary;
        Open = all.Open - Open.Of([repaired]);
        worst = harm == all.worst ? all.second : all.worst;
        sum = all.sum - harm;
        Lost = LostBy(worst, sum);
    }

    public RuleSummary Summary { get; }

    public Open Open { get; }

    public int Judged => Summary.Passed + Summary.Failed + Summary.Warned;

    /// <summary>Nothing judged, nothing to win.</summary>
    public decimal Possible => Judged == 0 ? 0 : Weight;

    // Asked again for every finding of its area.
    public decimal Lost { get; }

    public decimal Decided => Judged * Weight;

    public decimal Asked => (Judged + Summary.Unknown) * Weight;

    /// <summary>What it asks of one subject; nothing where it has none.</summary>
    public decimal Question => Judged + Summary.Unknown == 0 ? 0 : Weight;

    private decimal LostBy(decimal most, decimal all) =>
        Judged == 0 ? 0 : (ScoreTable.FirstSubject * most) + ((1 - ScoreTable.FirstSubject) * all / Judged);

    private decimal Weight => ScoreTable.WeightOf(Summary.Rule);

    /// <summary>Asked for every finding of a report, of which one rule may have thousands: calculated without looking at the others. Good for one finding, not for a second after it.</summary>
    public RuleAccount Without(Finding finding) => new(this, finding);

    public RuleAccount Without(Predicate<Finding> isMended) => new(Summary, [.. findings.Where(finding => !isMended(finding))]);

    // The finding's own severity counts: it may be above or below the rule's.
    private static decimal Harm(Finding finding) =>
        finding.Rule.CapabilityWeight is { } weight
            ? weight * (finding.Severity > Severity.Low ? ScoreTable.AbsentShare : ScoreTable.PartialShare)
            : ScoreTable.WeightOf(finding.Severity)
                * (finding.Outcome == Outcome.Fail ? 1 : ScoreTable.WarningShare)
                * (finding.Verdict.Certainty == Certainty.Certain ? 1 : ScoreTable.LikelyShare);
}
