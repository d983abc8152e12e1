namespace Seaworthy.Rules.Pipelines;

/// <summary>A variable of a text of commands, with the offsets of the place that sets it and of its first later use.</summary>
internal sealed record InnerVariable(string Name, int Assignment, int Use);
