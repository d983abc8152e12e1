using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Where and why Helm stops at a template.</summary>
/// <param name="Span">The expression in the template.</param>
/// <param name="Reason">As Helm writes it, without its places.</param>
public sealed record ChartFault(SourceSpan Span, string Reason)
{
    /// <summary>Why another set of values, which the tree does not hold, may end it; null when none can.</summary>
    public string? UnknownBecause { get; init; }

    /// <summary>No set of values reaches the place with another result: the text is no template, or a function gets what it never takes.</summary>
    public bool IsOfText { get; init; }

    /// <summary>It asks for <c>.Values</c> where the dot is not the root: within <c>range</c> or <c>with</c>, or in a named template that is given something else.</summary>
    public bool IsOutOfScope { get; init; }
}
