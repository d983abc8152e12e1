namespace Seaworthy.Rules;

/// <summary>What a verdict weighs: its answer, the harm, and how well the evidence holds.</summary>
public readonly record struct Weight(Outcome Outcome, Severity Severity, Certainty Certainty);
