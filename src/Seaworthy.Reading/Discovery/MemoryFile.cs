using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>A file that exists only in memory. Without a status, the ignore files in memory decide.</summary>
public sealed record MemoryFile(string Path, string Text)
{
    public FileStatus? Status { get; init; }

    public bool IsExecutable { get; init; }

    /// <summary>A commit of another repository, without files.</summary>
    public bool IsSubmodule { get; init; }

    /// <summary>For a symbolic link: where it leads, from the root.</summary>
    public string? LinkTarget { get; init; }
}
