using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Planning;

/// <summary>What to mend, in which order, and what that wins.</summary>
public sealed record Plan
{
    /// <summary>As many as people read before a deployment.</summary>
    public const int BlockersShown = 5;

    private Dictionary<string, PlannedFinding> ById { get; init; } = [];

    /// <summary>Now, this week, this month, later; each is there, if only to say that it holds nothing.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>What stands against the next deployment, the gravest first: FAILs that are critical or high.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>Null for what needs no mending, or may not: PASS and UNKNOWN.</summary>
    public PlannedFinding? Of(Finding finding) => ById.GetValueOrDefault(finding.Id);

    internal static Plan Of(IReadOnlyList<Finding> findings, Scorecard card)
    {
        var planned = findings
            .Where(finding => finding.IsFault)
            .Select(finding => new PlannedFinding(finding, PriorityOf(finding), EffortTable.Of(finding.Rule.Id), card.GainOf(finding)))
            .ToList();
        return new Plan
        {
            ById = planned.ToDictionary(one => one.Finding.Id, StringComparer.Ordinal),
            Phases = [.. Enum.GetValues<Term>().Select(term => PhaseOf(term, planned, card))],
            Blockers = [.. BlockersOf(findings)],
        };
    }

    private static Priority PriorityOf(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Fail, Severity: Severity.Critical } => Priority.P0,
            { Severity: >= Severity.High } => Priority.P1,
            { Severity: Severity.Medium } => Priority.P2,
            _ => Priority.P3,
        };

    private static Phase PhaseOf(Term term, IReadOnlyList<PlannedFinding> planned, Scorecard card)
    {
        var due = planned
            .Where(one => (int)one.Priority == (int)term)
            .OrderByDescending(one => one.Gain.Total)
            .ThenByDescending(one => one.Gain.Area)
            .ThenBy(one => (int)one.Effort)
            .ToList();
        var mended = planned.Where(one => (int)one.Priority <= (int)term).Select(one => one.Finding.Id).ToHashSet(StringComparer.Ordinal);
        return new Phase(term, due, card.Without(finding => mended.Contains(finding.Id)).Score);
    }

    private static IEnumerable<Blocker> BlockersOf(IEnumerable<Finding> findings) =>
        findings
            .Where(finding => finding.Outcome == Outcome.Fail && finding.Severity >= Severity.High)
            .GroupBy(finding => new { finding.Rule.Id, finding.Severity })
            .OrderByDescending(same => (int)same.Key.Severity)
            .Select(same => new Blocker(same.First(), same.Count() - 1));
}
