namespace Seaworthy.Engine.Grouping;

/// <summary>One thing to fix: a finding, those that say the same of other places, and those that are there only because of it.</summary>
public sealed record RootCause(Finding Lead)
{
    /// <summary>The same statement about other subjects, in the order of the report.</summary>
    public IReadOnlyList<Finding> Alike { get; init; } = [];

    /// <summary>What goes when the lead is fixed, in the order of the report.</summary>
    public IReadOnlyList<Finding> Consequences { get; init; } = [];

    public IEnumerable<Finding> All => [Lead, .. Alike, .. Consequences];
}
