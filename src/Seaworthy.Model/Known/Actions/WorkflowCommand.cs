namespace Seaworthy.Model.Known.Actions;

/// <summary>A command that a script prints to the runner (<c>::set-output name=x::y</c>) and that has been given up.</summary>
/// <param name="Replacement">The file whose variable takes its place.</param>
/// <param name="IsDisabled">It does nothing any more; the others still work with a warning.</param>
public sealed record WorkflowCommand(string Name, string Replacement, DateOnly Since, bool IsDisabled);
