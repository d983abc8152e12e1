using Seaworthy.Engine.Planning;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Findings that one rule made of one gravity: they are read together, and have one priority.</summary>
internal sealed record FindingGroup(RuleInfo Rule, Outcome Outcome, Severity Severity, IReadOnlyList<Finding> Findings)
{
    /// <summary>By area; within one the failures first, and the gravest of them.</summary>
    public static IEnumerable<IGrouping<Area, FindingGroup>> Of(Report report) =>
        Of(report.Findings.Where(finding => !finding.IsPractice)).GroupBy(group => group.Rule.Area).OrderBy(area => (int)area.Key);

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
            .OrderByDescending(group => (int)group.Outcome)
            .ThenByDescending(group => (int)group.Severity);

    public Priority? Priority(Plan plan) => plan.Of(Findings[0])?.Priority;

    /// <summary>What mending the best of them alone wins.</summary>
    public PlannedFinding? Best(Plan plan) =>
        Findings
            .Select(plan.Of)
            .OfType<PlannedFinding>()
            .OrderByDescending(one => one.Gain.Total)
            .ThenByDescending(one => one.Gain.Area)
            .FirstOrDefault();
}
