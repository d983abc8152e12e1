using System.IO.Enumeration;
using System.Text;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// Whether the git directory of a tree is its own. A file <c>.git</c> names any directory, and a link leads anywhere: the history of another repository of the machine would be in the report.
/// A worktree and a submodule are known by the git directory that names them in turn.
/// </summary>
/// <remarks>Source: Git documentation, "gitrepository-layout".</remarks>
internal static class OwnGitDirectory
{
    private const int LongestConfiguration = 1_000_000;

    // More references than that are packed.
    private const int MostReferences = 100_000;

    private static readonly string[] Files = ["HEAD", "packed-refs", "commondir", "objects", "refs"];
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, RecurseSubdirectories = true };

    public static bool Is(GitDirectory git) => NamesTheTree(git) && IsPlain(git.Own) && (git.Common == git.Own || IsPlain(git.Common));

    /// <summary>Whether nothing in a git directory leads out of it, or to a pipe or device.</summary>
    public static bool IsPlain(string directory) =>
        Array.TrueForAll(Files, file => IsPlainEntry(Path.Combine(directory, file)))
        && HasPlainEntries(Path.Combine(directory, "objects"), isDeep: false)
        && HasPlainEntries(Path.Combine(directory, "refs"), isDeep: true);

    private static bool NamesTheTree(GitDirectory git)
    {
        var pointer = Path.Combine(git.Top, ".git");
        return git.Own == pointer ? git.Common == git.Own && new DirectoryInfo(pointer).LinkTarget is null
            : git.Common == git.Own ? IsSame(Worktree(git.Own), git.Top)
            : Path.GetDirectoryName(Path.GetDirectoryName(git.Own)) == git.Common
                && IsSame(Text(Path.Combine(git.Own, "gitdir"))?.Trim(), pointer);

        bool IsSame(string? written, string path) =>
            written is { Length: > 0 }
            && !written.Contains('\0', StringComparison.Ordinal)
            && RealPath.Of(Path.GetFullPath(written, git.Own)) is { } real
            && real == RealPath.Of(path);
    }

    /// <summary><c>core.worktree</c>, as <c>git submodule</c> writes it.</summary>
    private static string? Worktree(string own) =>
        Text(Path.Combine(own, "config"))
            ?.Split('\n')
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .FirstOrDefault(words => words is ["worktree", _])
            ?[1].Trim('"');

    private static string? Text(string file) =>
        RegularFile.TryRead(file, LongestConfiguration) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private static bool IsPlainEntry(string path) =>
        new FileInfo(path).LinkTarget is null
        && (!Posix.IsKnown || Posix.StateOf(PathText.Terminated(path)) is null or { IsRegular: true } or { IsDirectory: true });

    private static bool HasPlainEntries(string directory, bool isDeep)
    {
        if (!Directory.Exists(directory))
        {
            return true;
        }

        try
        {
            FileSystemEnumerable<DirectoryEntry> entries = new(
                directory,
                (ref FileSystemEntry entry) => DirectoryEntry.Of(ref entry),
                Everything
            )
            {
                ShouldRecursePredicate = (ref FileSystemEntry entry) => isDeep && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            };
            return entries.Take(MostReferences).All(entry => entry is { IsLink: false, IsSpecial: false });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
