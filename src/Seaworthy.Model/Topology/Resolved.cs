using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A value followed to its source: the text and the chain of places it went through, or why it cannot be known from the tree.</summary>
public sealed record Resolved(string? Text, IReadOnlyList<SourceSpan> Chain, string? UnknownBecause = null)
{
    public bool IsKnown => Text is not null;

    /// <summary>Stands in an <see cref="Outline"/> for a part that cannot be known. In Unicode it is the mark of an object that is not text.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The text as far as it is known, a <see cref="Hole"/> for each part that is not: the host in a URL whose password is secret.</summary>
    public string? Outline
    {
        get => field ?? Text;
        init;
    }

    /// <summary>Variables that were interpolated although nothing sets them and no default is beside them.</summary>
    public IReadOnlyList<string> Unset { get; init; } = [];

    public static Resolved Known(string text, params IReadOnlyList<SourceSpan> chain) => new(text, chain);

    public static Resolved Unknown(string why, params IReadOnlyList<SourceSpan> chain) => new(null, chain, why);

    public override string ToString() => Text ?? $"unknown ({UnknownBecause})";
}
