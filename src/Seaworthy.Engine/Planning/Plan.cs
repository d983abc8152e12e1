using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Planning;

/// <summary>What to fix, in which order, and what that wins.</summary>
public sealed record Plan
{
    /// <summary>As many as fit on a screen.</summary>
    public const int BlockersShown = 20;

    private Dictionary<string, PlannedFinding> ById { get; init; } = [];

    /// <summary>Now, this week, this month, later; each is there, if only to say that it holds nothing.</summary>
    public required IReadOnlyList<Phase> Phases { get; init; }

    /// <summary>What blocks the next deployment, one entry for each cause: the gravest first, then the most certain, then the quickest to fix.</summary>
    public required IReadOnlyList<Blocker> Blockers { get; init; }

    /// <summary>Null for what needs no fixing, or may not: PASS and UNKNOWN.</summary>
    public PlannedFinding? Of(Finding finding) => ById.GetValueOrDefault(finding.Id);

    internal static Plan Of(IReadOnlyList<Finding> findings, IReadOnlyList<RootCause> causes, Scorecard card, Gate gate)
    {
        var planned = findings
            .Where(finding => finding.IsFault)
            .Select(finding => new PlannedFinding(finding, PriorityOf(finding), EffortTable.Of(finding.Rule.Id), card.GainOf(finding)))
            .ToList();
        return new Plan
        {
            ById = planned.ToDictionary(one => one.Finding.Id, StringComparer.Ordinal),
            Phases = [.. Enum.GetValues<Term>().Select(term => PhaseOf(term, planned, card))],
            Blockers = [.. BlockersOf(causes, gate)],
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
            .OrderByDescending(one => (int)one.Finding.Severity)
            .ThenByDescending(one => (int)one.Finding.Verdict.Certainty)
            .ThenBy(one => (int)one.Effort)
            .ToList();
        var repaired = planned.Where(one => (int)one.Priority <= (int)term).Select(one => one.Finding.Id).ToHashSet(StringComparer.Ordinal);
        return new Phase(term, due, card.Without(finding => repaired.Contains(finding.Id)).Score);
    }

    /// <summary>Each cause that has a finding which blocks, shown by the gravest of these.</summary>
    private static IEnumerable<Blocker> BlockersOf(IEnumerable<RootCause> causes, Gate gate) =>
        causes
            .Select(cause => cause.All.Where(gate.IsClosedBy).ToList())
            .Where(blocking => blocking.Count > 0)
            .Select(blocking => blocking.OrderByDescending(one => (int)one.Severity).ToList())
            .Select(blocking => new Blocker(blocking[0], blocking[1..]))
            .OrderByDescending(blocker => (int)blocker.Finding.Severity)
            .ThenByDescending(blocker => (int)blocker.Finding.Verdict.Certainty)
            .ThenBy(blocker => (int)EffortTable.Of(blocker.Finding.Rule.Id));
}
