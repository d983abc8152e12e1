namespace Seaworthy.Model.Declared.Settings;

/// <summary>The setting of a rule in a configuration.</summary>
/// <param name="Severity">What its findings count as; null when the rule is off, or as it would be.</param>
public sealed record RuleSetting(string Rule, string? Severity)
{
    /// <summary>It is asked as if nobody had said anything of it: takes back what a pack says.</summary>
    public bool IsOn { get; init; }

    /// <summary>Why, as the end of a sentence.</summary>
    public string? Reason { get; init; }
}
