namespace Seaworthy.Model.Source;

/// <summary>A path of the repository and what is known of it without reading it. <paramref name="Size"/> in bytes.</summary>
public sealed record RepositoryFile(string Path, FileStatus Status, long Size, bool IsExecutable = false, bool IsSymbolicLink = false);
