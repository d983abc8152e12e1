namespace Seaworthy.Engine.Reporting.Environments;

/// <summary>The variables of which one thing outside decides.</summary>
public sealed record LeftOpen(string Because, IReadOnlyList<string> Names);
