using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A value followed to its source: the text and the chain of places it went through, or why it cannot be known from the tree.</summary>
public sealed record Resolved(string? Text, IReadOnlyList<SourceSpan> Chain, string? UnknownBecause = null)
{
    public bool IsKnown => Text is not null;

    /// <summary>Variables that were interpolated although nothing sets them and no default stands beside them.</summary>
    public IReadOnlyList<string> Unset { get; init; } = [];

    public static Resolved Known(string text, params IReadOnlyList<SourceSpan> chain) => new(text, chain);

    public static Resolved Unknown(string why, params IReadOnlyList<SourceSpan> chain) => new(null, chain, why);

    public override string ToString() => Text ?? $"unknown ({UnknownBecause})";
}
