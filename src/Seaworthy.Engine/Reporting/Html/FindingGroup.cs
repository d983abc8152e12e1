using Seaworthy.Engine.Planning;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Findings that one rule made of one gravity: they are read together.</summary>
internal sealed record FindingGroup(RuleInfo Rule, Outcome Outcome, Severity Severity, IReadOnlyList<Finding> Findings)
{
    /// <summary>The gravest first; of those the failures; what could not be decided last.</summary>
    public static IEnumerable<FindingGroup> Of(Report report) => Of(report.Findings.Where(finding => !finding.IsPractice));

    /// <summary>Safeguards that are missing, the gravest first.</summary>
    public static IEnumerable<FindingGroup> Practices(Report report) => Of(report.Findings.Where(finding => finding.IsPractice));

    private static IEnumerable<FindingGroup> Of(IEnumerable<Finding> findings) =>
        findings
            .Where(finding => finding.Outcome != Outcome.Pass)
            .GroupBy(finding => new
            {
                finding.Rule.Id,
                finding.Outcome,
                finding.Severity,
            })
            .Select(same => new FindingGroup(same.First().Rule, same.Key.Outcome, same.Key.Severity, [.. same]))
            .OrderBy(group => group.Outcome == Outcome.Unknown ? 1 : 0)
            .ThenByDescending(group => (int)group.Severity)
            .ThenByDescending(group => (int)group.Outcome)
            .ThenBy(group => (int)group.Rule.Area);

    /// <summary>How long the quickest of them takes; null for what is undecided.</summary>
    public Effort? Effort(Plan plan) => plan.Of(Findings[0])?.Effort;
}
