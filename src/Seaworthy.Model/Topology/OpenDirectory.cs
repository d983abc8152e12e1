using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A directory of an image in which more may exist than the tree tells, and why.</summary>
public sealed record OpenDirectory(string Path, SourceSpan? Span, string Why)
{
    public bool Holds(string path) => Path == "/" || path == Path || path.StartsWith(Path + "/", StringComparison.Ordinal);
}
