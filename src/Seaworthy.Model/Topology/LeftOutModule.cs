using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A module of the repository that a program imports as it starts, and that its image lacks.</summary>
/// <param name="Module">As the source names it.</param>
/// <param name="Source">The outermost part of it that is missing, in the repository: <c>monitoring</c>, <c>shop/prices.py</c>.</param>
/// <param name="Span">The import.</param>
/// <param name="Answer">For that part, in the container.</param>
public sealed record LeftOutModule(string Module, string Source, SourceSpan Span, PathAnswer Answer)
{
    /// <summary>The import through which the file of this one is loaded; null in the file that is started.</summary>
    public SourceSpan? Through { get; init; }
}
