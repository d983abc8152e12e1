namespace Seaworthy.Model.Source;

/// <summary>Which repository was audited, and at which commit: what makes a saved report attributable. It holds no path of the machine and no credential.</summary>
/// <param name="Name"><c>owner/name</c> by the remote <c>origin</c>, else the name of the directory.</param>
/// <param name="Commit">The whole hash; null before the first commit, and where git's files do not say.</param>
/// <param name="Branch">Null where a commit is checked out without one.</param>
public sealed record RepositoryIdentity(string Name, string? Commit, string? Branch)
{
    private const int ShortLength = 7;

    /// <summary>Where the repository is hosted; null when that is not known.</summary>
    public RepositoryHost? Host { get; init; }

    /// <summary>The audited directory, from the top of the repository; empty at the top.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Files differ from the commit for certain: one has another size, is missing, or is new. A change that keeps the size is not looked for.</summary>
    public bool HasChanges { get; init; }

    public string? ShortCommit => Commit?[..Math.Min(ShortLength, Commit.Length)];

    /// <summary>The address of a line at the host, at the audited commit. Null where either is not known.</summary>
    /// <param name="path">From the audited directory.</param>
    /// <param name="line">Null for the file as a whole.</param>
    public string? Permalink(string path, int? line) =>
        Host is { } host && Commit is { } commit
            ? host.Permalink(commit, Directory.Length == 0 ? path : $"{Directory}/{path}", line)
            : null;
}
