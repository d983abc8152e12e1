using Seaworthy.Engine.Judging;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>How a rule ended: the honest denominator of everything that is counted.</summary>
public sealed record RuleSummary(RuleInfo Rule, int Passed, int Failed, int Warned, int Unknown, bool Crashed)
{
    /// <summary>The repository has nothing that the rule could judge.</summary>
    public bool IsNotApplicable => !Crashed && Passed + Failed + Warned + Unknown + Suppressed == 0;

    /// <summary>Findings that somebody accepts; they count as nothing else.</summary>
    public int Suppressed { get; init; }

    internal static IReadOnlyList<RuleSummary> Of(
        IReadOnlyList<Judgement> judgements,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<Finding> suppressed
    )
    {
        var accepted = suppressed.CountBy(finding => finding.Rule.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var byRule = findings.ToLookup(finding => finding.Rule.Id, finding => finding.Outcome);
        return
        [
            .. judgements.Select(judgement => new RuleSummary(
                judgement.Rule,
                byRule[judgement.Rule.Id].Count(outcome => outcome == Outcome.Pass),
                byRule[judgement.Rule.Id].Count(outcome => outcome == Outcome.Fail),
                byRule[judgement.Rule.Id].Count(outcome => outcome == Outcome.Warn),
                byRule[judgement.Rule.Id].Count(outcome => outcome == Outcome.Unknown),
                judgement.Crash is not null
            )
            {
                Suppressed = accepted.GetValueOrDefault(judgement.Rule.Id),
            }),
        ];
    }
}
