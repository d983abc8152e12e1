using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A path inside an image and the instruction that put it there.</summary>
/// <param name="SourcePath">The file of the repository it came from, if it did.</param>
public sealed record ImageFile(string Path, bool IsDirectory, string? SourcePath, SourceSpan Span);
