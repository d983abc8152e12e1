using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Something of the repository that a program imports or opens as it starts, and that its image lacks.</summary>
/// <param name="Name">As the source names it: a module, a path.</param>
/// <param name="Source">What is missing, in the repository: <c>monitoring</c>, <c>shop/prices.py</c>; of a module the outermost part.</param>
/// <param name="Span">The import, or the call that opens it.</param>
/// <param name="Answer">What the container has for it.</param>
public sealed record LeftOutFile(string Name, string Source, SourceSpan Span, PathAnswer Answer)
{
    /// <summary>The import through which the source is loaded that names it; null in the file that is started.</summary>
    public SourceSpan? Through { get; init; }

    /// <summary>Looked for at each request, not as the program starts.</summary>
    public bool IsServed { get; init; }
}
