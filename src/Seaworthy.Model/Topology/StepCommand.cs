using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>A command of a step, and what it is for.</summary>
public sealed record StepCommand(ShellCommand Command, StepIntent Intent)
{
    /// <summary>
    /// The command whose status another machine returns instead: its script goes on after failures, and ends there.
    /// Null where a failure of this one ends the script, or where somebody looks at it.
    /// </summary>
    public ShellCommand? LostBehind { get; init; }
}
