using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A template prints a list or a mapping of the values as if it were text.</summary>
/// <param name="Path">From the values: <c>ingress.hosts[0]</c>.</param>
/// <param name="Kind"><c>list</c> or <c>mapping</c>.</param>
/// <param name="Span">The place in the template.</param>
public sealed record ChartStructure(string Path, string Kind, SourceSpan Span)
{
    /// <summary>The function that refuses it; null where Go's own form of it is printed.</summary>
    public string? RefusedBy { get; init; }

    /// <summary>The value.</summary>
    public SourceSpan? Value { get; init; }

    /// <summary>It is empty in every file of values, and its place is not rendered until somebody sets it.</summary>
    public bool IsEmpty { get; init; }
}
