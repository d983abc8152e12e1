using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>A command of a step, and what it is for.</summary>
public sealed record StepCommand(ShellCommand Command, StepIntent Intent);
