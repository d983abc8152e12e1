using Seaworthy.Engine.Scoring;

namespace Seaworthy.Engine.Planning;

/// <summary>A finding with what fixing it takes and wins.</summary>
public sealed record PlannedFinding(Finding Finding, Priority Priority, Effort Effort, Gain Gain);
