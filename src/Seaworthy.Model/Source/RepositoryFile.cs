namespace Seaworthy.Model.Source;

/// <summary>A path of the repository and what is known of it without reading it. <paramref name="Size"/> in bytes.</summary>
public sealed record RepositoryFile(string Path, FileStatus Status, long Size, bool IsExecutable = false, bool IsSymbolicLink = false)
{
    /// <summary>For a symbolic link: the path it leads to, from the root; null when that is outside the repository.</summary>
    public string? LinkTarget { get; init; }

    /// <summary>An ignored directory, which nobody looked into.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>Another repository mounted here: a clone may or may not hold its files, and this tree does not know them.</summary>
    public bool IsSubmodule { get; init; }

    /// <summary>A submodule for which <c>.gitmodules</c> has no address: every clone has an empty directory, and git cannot fetch it.</summary>
    public bool HasNoAddress { get; init; }

    /// <summary>The executable mark is unknown: the file is not in git, and the file system has no such mark.</summary>
    public bool ModeIsUnknown { get; init; }

    /// <summary>Git has it, and a checkout that broke off does not: every clone that is whole holds it.</summary>
    public bool IsNotCheckedOut { get; init; }

    /// <summary>Its content is the one of the commit, as far as git's index tells without reading it.</summary>
    public bool IsCommitted { get; init; }

    /// <summary>It has another size than when git last looked at its content: somebody changed it.</summary>
    public bool HasOtherSize { get; init; }

    /// <summary>A pipe, a socket or a device: there, and never read.</summary>
    public bool IsSpecial { get; init; }

    /// <summary>Has a content of its own that a reader could want.</summary>
    public bool IsReadable => Status != FileStatus.Ignored && !IsDirectory && !IsSubmodule && !IsNotCheckedOut;
}
