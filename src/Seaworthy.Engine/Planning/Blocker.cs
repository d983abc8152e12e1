namespace Seaworthy.Engine.Planning;

/// <summary>One reason not to deploy yet: what a rule found of one severity, told by its first finding.</summary>
/// <param name="Others">How many more findings are like it.</param>
public sealed record Blocker(Finding Finding, int Others);
