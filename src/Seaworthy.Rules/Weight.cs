namespace Seaworthy.Rules;

/// <summary>The weight of a verdict: outcome, severity, and how well the evidence supports it.</summary>
public readonly record struct Weight(Outcome Outcome, Severity Severity, Certainty Certainty);
