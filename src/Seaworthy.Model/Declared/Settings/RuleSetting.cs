namespace Seaworthy.Model.Declared.Settings;

/// <summary>What a configuration makes of a rule.</summary>
/// <param name="Severity">What its findings count as; null when the rule is off.</param>
public sealed record RuleSetting(string Rule, string? Severity);
