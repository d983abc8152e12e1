using Seaworthy.Rules;

namespace Seaworthy.Engine.Configuring;

/// <summary>What a pack makes of one rule.</summary>
/// <param name="Severity">What its findings count as; null when it is not asked.</param>
/// <param name="Reason">Why, as the end of a sentence.</param>
public sealed record PackChange(RuleInfo Rule, Severity? Severity, string Reason);
