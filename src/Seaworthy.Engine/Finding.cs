using Seaworthy.Engine.Suppressing;
using Seaworthy.Rules;

namespace Seaworthy.Engine;

/// <summary>Verdicts of one root cause, reported once, with all the places.</summary>
/// <param name="Id">Stays the same while rule, subject, file and the text of the line do, wherever the line moves.</param>
public sealed record Finding(string Id, Verdict Verdict)
{
    public RuleInfo Rule => Verdict.Rule;

    public Outcome Outcome => Verdict.Outcome;

    /// <summary>Something is wrong, or likely so: neither undecided nor in order.</summary>
    public bool IsFault => Outcome is Outcome.Fail or Outcome.Warn;

    /// <summary>A good practice is missing, or perhaps so; nothing contradicts itself.</summary>
    public bool IsPractice => Rule.IsPractice && Outcome is (Outcome.Warn or Outcome.Unknown);

    /// <summary>What to change; null where nothing is known to be wrong, and nobody knows what would help.</summary>
    public string? Remedy => IsFault ? Verdict.Remediation : null;

    public Severity Severity => Verdict.Severity;

    public Location Primary => Verdict.Locations[0];

    /// <summary>Who accepts it, and why; null for a finding that counts.</summary>
    public Suppression? Suppression { get; init; }
}
