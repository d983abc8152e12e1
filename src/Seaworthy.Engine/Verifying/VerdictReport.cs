using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Judging;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting.Secrets;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Verifying;

/// <summary>A report of verdicts that no rule gave: what was seen of a running system, at the places of the tree that declare it. Grouped, masked, scored and planned as an audit's.</summary>
public static class VerdictReport
{
    /// <param name="deployment">The tree that declares it.</param>
    /// <param name="asked">What was asked, as rules.</param>
    /// <param name="verdicts">The answers.</param>
    /// <param name="diagnostics">What was not answered.</param>
    public static Report Of(
        Deployment deployment,
        IReadOnlyList<RuleInfo> asked,
        IReadOnlyList<Verdict> verdicts,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        ArgumentNullException.ThrowIfNull(deployment);
        IReadOnlyList<Judgement> judgements =
        [
            .. asked.Select(rule => new Judgement(rule, [.. verdicts.Where(verdict => verdict.Rule.Id == rule.Id)])),
        ];
        VerdictMask mask = new(Quotations.Of(deployment));
        var findings = mask.Of(Fingerprints.Assign(VerdictOrder.Sort(verdicts)));
        var causes = RootCauses.Of(findings, deployment);
        var summaries = RuleSummary.Of(judgements, findings, []);
        var card = Scorecard.Of(findings, summaries);
        return new Report
        {
            Deployment = deployment,
            Findings = findings,
            Causes = causes,
            Rules = summaries,
            Score = card.Score,
            Plan = Plan.Of(findings, causes.All, card, Gate.Default),
            Diagnostics = mask.Of(diagnostics),
        };
    }
}
