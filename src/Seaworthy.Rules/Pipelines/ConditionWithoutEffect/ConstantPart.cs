using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Pipelines;

/// <summary>A part of an expression that has the same truth in every run.</summary>
/// <param name="Truth">What it is.</param>
/// <param name="Because">Why, as a sentence without its period.</param>
/// <param name="Remedy">What to write in its place, as an imperative without its period.</param>
internal sealed record ConstantPart(bool Truth, string Because, string Remedy)
{
    /// <summary>Where the type of the value, or the value itself, comes from.</summary>
    public SourceSpan? From { get; init; }

    /// <summary>It settles the whole condition.</summary>
    public bool IsWhole { get; init; }
}
