using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Claims;

/// <summary>A claim and what the model says to it.</summary>
/// <param name="Because">The sentence that answers: what a rule reports, the fact that refutes it, or why nobody can tell.</param>
public sealed record ClaimAnswer(Claim Claim, ClaimVerdict Verdict, string Because, IReadOnlyList<CheckedPlace> Places)
{
    /// <summary>The finding that confirms or refutes it; null where none does.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The line of the model's fact that decides; null where a finding does, or nothing.</summary>
    public SourceSpan? At { get; init; }

    /// <summary>The number of an earlier claim with the same cause, from 0; null for the first.</summary>
    public int? SameAs { get; init; }

    /// <summary>The audit's severity where it is confirmed, else the author's.</summary>
    public Severity? Severity => Verdict == ClaimVerdict.Confirmed ? Finding?.Severity : Claim.Severity;
}
