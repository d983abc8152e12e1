using System.IO.Enumeration;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Discovery;

/// <summary>One walk over a directory. Never follows a symbolic link, and never enters an ignored directory that holds nothing tracked.</summary>
internal sealed class DirectoryWalk
{
    // Deeper than any source tree; stops a file system that contains itself.
    private const int MaximumDepth = 200;

    // Everything is wanted: hidden files hold much of what deployment is. A directory that refuses entry is passed over.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = true };

    private readonly string root;
    private readonly Dictionary<string, GitEntry> tracked = new(StringComparer.Ordinal);
    private readonly HashSet<string> trackedDirectories = new(StringComparer.Ordinal);
    private readonly IgnoreRuleSet ignoring = new();
    private readonly List<IgnoreRule> rules = [];
    private readonly List<RepositoryFile> files = [];
    private readonly Stack<Waiting> waiting = new([new Waiting("", Ignored: false, 0)]);

    public DirectoryWalk(string root, IReadOnlyList<GitEntry> index, IReadOnlyList<IgnoreRule> above)
    {
        this.root = root;
        foreach (var entry in index)
        {
            tracked[entry.Path] = entry;
            for (var slash = entry.Path.LastIndexOf('/'); slash > 0 && trackedDirectories.Add(entry.Path[..slash]); )
            {
                slash = entry.Path.LastIndexOf('/', slash - 1);
            }
        }

        Take(above);
    }

    /// <param name="isWhole">Nothing that is tracked is missing but what somebody took away.</param>
    public RepositoryTree Run(bool isWhole)
    {
        while (waiting.TryPop(out var directory))
        {
            var entries = Entries(directory.Path);
            if (directory.Path.Length > 0 && entries.Exists(entry => entry.Name == ".git") && !trackedDirectories.Contains(directory.Path))
            {
                // A repository of its own that this one does not know: git adds nothing from inside it.
                files.Add(new RepositoryFile(directory.Path, FileStatus.Untracked, 0) { IsSubmodule = true });
                continue;
            }

            if (
                !directory.Ignored
                && entries.Find(entry => entry is { Name: IgnoreFile.Name, IsDirectory: false, IsLink: false }) is { } file
            )
            {
                Take(ReadRules(directory.Path, file));
            }

            foreach (var entry in entries)
            {
                Visit(entry, directory.Path, directory.Ignored, directory.Depth);
            }
        }

        if (!isWhole)
        {
            var found = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            files.AddRange(
                tracked
                    .Values.Where(entry => !entry.IsSubmodule && !found.Contains(entry.Path))
                    .Select(entry => new RepositoryFile(entry.Path, FileStatus.Tracked, Math.Max(1, entry.Size), entry.IsExecutable)
                    {
                        IsNotCheckedOut = true,
                    })
                    .OrderBy(file => file.Path, StringComparer.Ordinal)
            );
        }

        files.AddRange(DeclaredSubmodules());
        return new RepositoryTree(GitModules.Mark(files, () => ReadText(GitModules.Name)), rules);
    }

    /// <summary>Submodules that were never fetched, where the index does not tell them: an exported tree has <c>.gitmodules</c> only.</summary>
    private IEnumerable<RepositoryFile> DeclaredSubmodules()
    {
        var modules = files.Exists(file => file.Path == GitModules.Name) ? GitModules.Paths(ReadText(GitModules.Name)) : [];
        return modules
            .Where(path => !files.Exists(file => file.Path == path || file.Path.StartsWith(path + "/", StringComparison.Ordinal)))
            .Select(path => new RepositoryFile(path, FileStatus.Tracked, 0) { IsSubmodule = true })
            .ToList();
    }

    private List<DirectoryEntry> Entries(string directory)
    {
        try
        {
            return
            [
                .. new FileSystemEnumerable<DirectoryEntry>(
                    Path.Combine(root, directory),
                    (ref FileSystemEntry entry) => DirectoryEntry.Of(ref entry),
                    Everything
                ),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Visit(DirectoryEntry entry, string directory, bool ignoredAbove, int depth)
    {
        var path = directory.Length == 0 ? entry.Name : $"{directory}/{entry.Name}";
        var isDirectory = entry is { IsDirectory: true, IsLink: false };
        if (entry.Name == ".git")
        {
            return;
        }

        if (tracked.TryGetValue(path, out var known))
        {
            files.Add(
                Describe(path, FileStatus.Tracked, entry, known.IsExecutable) with
                {
                    IsSubmodule = known.IsSubmodule && isDirectory,
                }
            );
            return;
        }

        var ignored = ignoredAbove || ignoring.Decide(path, isDirectory) is { TakesBack: false };
        if (!isDirectory)
        {
            files.Add(
                Describe(path, ignored ? FileStatus.Ignored : FileStatus.Untracked, entry, !ignored && IsExecutable(path, entry)) with
                {
                    ModeIsUnknown = OperatingSystem.IsWindows(),
                }
            );
        }
        else if (ignored && !trackedDirectories.Contains(path))
        {
            files.Add(new RepositoryFile(path, FileStatus.Ignored, 0) { IsDirectory = true });
        }
        else if (depth < MaximumDepth)
        {
            waiting.Push(new Waiting(path, ignored, depth + 1));
        }
    }

    private RepositoryFile Describe(string path, FileStatus status, DirectoryEntry entry, bool executable)
    {
        RepositoryFile file = new(path, status, entry.Size, executable, entry.IsLink);
        return entry.IsLink && new FileInfo(Path.Combine(root, path)).LinkTarget is { } target
            ? file with
            {
                LinkTarget = LinkPath.Resolve(path, target),
            }
            : file;
    }

    private bool IsExecutable(string path, DirectoryEntry entry) =>
        !OperatingSystem.IsWindows() && !entry.IsLink && (File.GetUnixFileMode(Path.Combine(root, path)) & UnixFileMode.UserExecute) != 0;

    private IReadOnlyList<IgnoreRule> ReadRules(string directory, DirectoryEntry file)
    {
        var path = directory.Length == 0 ? file.Name : $"{directory}/{file.Name}";
        return file.Size is > 0 and < Repository.MaximumSize && ReadText(path) is { } text
            ? IgnoreFile.Parse(new SourceFile(path, text), directory)
            : [];
    }

    private string? ReadText(string path)
    {
        try
        {
            FileInfo file = new(Path.Combine(root, path));
            return file.LinkTarget is null && file.Length < Repository.MaximumSize
                ? TextDecoder.DecodeLines(File.ReadAllBytes(file.FullName))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Take(IReadOnlyList<IgnoreRule> found)
    {
        rules.AddRange(found);
        ignoring.Add(found);
    }

    /// <summary>A directory that is still to be entered.</summary>
    private sealed record Waiting(string Path, bool Ignored, int Depth);
}
