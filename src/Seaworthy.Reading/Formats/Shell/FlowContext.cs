namespace Seaworthy.Reading.Formats.Shell;

/// <summary>What surrounds a command on its way down the tree.</summary>
internal sealed record FlowContext
{
    public string? Function { get; init; }

    public string? Loop { get; init; }

    public bool IsConditional { get; init; }

    public bool IsCondition { get; init; }

    public bool IsMasked { get; init; }

    public bool HasFallback { get; init; }

    public bool IsBackground { get; init; }

    public bool IsInSubstitution { get; init; }
}
