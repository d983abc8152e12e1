using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A file or directory of the repository that a program opens as it starts, and that its image lacks.</summary>
/// <param name="Path">As the source names it.</param>
/// <param name="Source">Where the repository has it; what git is told to ignore there may be on the author's machine at most.</param>
/// <param name="Span">Where it is opened.</param>
/// <param name="Answer">What the container has for it.</param>
public sealed record OpenedFile(string Path, string Source, SourceSpan Span, PathAnswer Answer)
{
    /// <summary>The import through which the file is loaded that opens it; null in the file that is started.</summary>
    public SourceSpan? Through { get; init; }
}
