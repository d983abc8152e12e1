using Seaworthy.Engine.Scoring;

namespace Seaworthy.Engine.Planning;

/// <summary>What is fixed together, and what the audit would say afterwards.</summary>
/// <param name="Expected">The score when this phase and those before it are done, and nothing new has come.</param>
public sealed record Phase(Term Term, IReadOnlyList<PlannedFinding> Findings, Score Expected)
{
    public int Count(Effort effort) => Findings.Count(finding => finding.Effort == effort);
}
