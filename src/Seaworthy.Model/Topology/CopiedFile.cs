namespace Seaworthy.Model.Topology;

/// <summary>A file of the repository in an image.</summary>
/// <param name="Path">Where it went.</param>
/// <param name="Source">Its path in the repository.</param>
public sealed record CopiedFile(string Path, string Source);
