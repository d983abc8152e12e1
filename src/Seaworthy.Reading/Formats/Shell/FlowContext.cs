using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What surrounds a command on its way down the tree.</summary>
internal sealed record FlowContext
{
    public string? Function { get; init; }

    public string? Loop { get; init; }

    public bool IsConditional { get; init; }

    public bool IsCondition { get; init; }

    /// <summary>Its failure ends no script, whatever <c>set -e</c> says: it decides an <c>if</c> or a loop, another command is joined to it, or <c>!</c> stands before it.</summary>
    /// <remarks>Source: Bash Reference Manual, 4.3.1 "The Set Builtin", <c>-e</c>.</remarks>
    public bool IsTested { get; init; }

    public bool IsMasked { get; init; }

    public bool HasFallback { get; init; }

    public bool IsBackground { get; init; }

    public bool IsInSubstitution { get; init; }

    public ShellArm? Arm { get; init; }
}
