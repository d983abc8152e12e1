using System.IO.Enumeration;
using System.Text;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>One walk over a directory. Never follows a symbolic link, and never enters an ignored directory that holds nothing tracked.</summary>
internal sealed class DirectoryWalk
{
    // Deeper than any source tree; stops a file system that contains itself.
    private const int MaximumDepth = 200;

    // What the framework puts in the place of bytes that are no UTF-8.
    private const char Lost = '\uFFFD';

    // Everything is wanted: hidden files hold much of what deployment is. A directory that refuses entry is reported.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string root;
    private readonly ConfinedDirectory contents;
    private readonly Dictionary<string, byte[]> rawPaths = new(StringComparer.Ordinal);
    private readonly List<Diagnostic> diagnostics = [];
    private readonly Dictionary<string, GitEntry> tracked = new(StringComparer.Ordinal);
    private readonly TrackedPaths trackedPaths;
    private readonly IgnoreRuleSet ignoring = new();
    private readonly List<IgnoreRule> rules = [];
    private readonly List<RepositoryFile> files = [];
    private readonly Stack<Waiting> waiting = new([new Waiting("", Ignored: false, 0)]);

    public DirectoryWalk(string root, ConfinedDirectory contents, IReadOnlyList<GitEntry> index, IReadOnlyList<IgnoreRule> above)
    {
        this.root = root;
        this.contents = contents;
        foreach (var entry in index)
        {
            tracked[entry.Path] = entry;
        }

        trackedPaths = new TrackedPaths(index);

        Take(above);
    }

    /// <summary>The bytes of paths that are no UTF-8, by the text that stands for them.</summary>
    public IReadOnlyDictionary<string, byte[]> RawPaths => rawPaths;

    /// <summary>What could not be looked into.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <param name="isWhole">Nothing that is tracked is missing but what somebody took away.</param>
    public RepositoryTree Run(bool isWhole)
    {
        while (waiting.TryPop(out var directory))
        {
            var entries = Entries(directory.Path);
            if (directory.Path.Length > 0 && entries.Exists(entry => entry.Name == ".git") && !trackedPaths.Below(directory.Path))
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

        if (!isWhole || tracked.Values.Any(entry => entry.IsLeftOut))
        {
            var found = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            files.AddRange(
                tracked
                    .Values.Where(entry => !entry.IsSubmodule && (!isWhole || entry.IsLeftOut) && !found.Contains(entry.Path))
                    .Select(entry => new RepositoryFile(entry.Path, FileStatus.Tracked, Math.Max(1, entry.Size), entry.IsExecutable)
                    {
                        IsNotCheckedOut = true,
                    })
                    .OrderBy(file => file.Path, StringComparer.Ordinal)
            );
        }

        var modules = files.Exists(file => file.Path == GitModules.Name) ? ReadText(GitModules.Name) : null;
        files.AddRange(DeclaredSubmodules(modules));
        return new RepositoryTree(GitModules.Mark(files, modules), rules);
    }

    /// <summary>Submodules that were never fetched, where the index does not tell them: an exported tree has <c>.gitmodules</c> only.</summary>
    private List<RepositoryFile> DeclaredSubmodules(string? modules)
    {
        if (modules is null)
        {
            return [];
        }

        HashSet<string> there = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var path = file.Path; path.Length > 0 && there.Add(path); )
            {
                path = path[..Math.Max(0, path.LastIndexOf('/'))];
            }
        }

        return
        [
            .. GitModules
                .Paths(modules)
                .Where(there.Add)
                .Select(path => new RepositoryFile(path, FileStatus.Tracked, 0) { IsSubmodule = true }),
        ];
    }

    private List<DirectoryEntry> Entries(string directory)
    {
        if (rawPaths.TryGetValue(directory, out var raw))
        {
            return RawEntries(directory, [.. Encoding.UTF8.GetBytes(root), (byte)'/', .. raw]);
        }

        try
        {
            List<DirectoryEntry> entries =
            [
                .. new FileSystemEnumerable<DirectoryEntry>(
                    Path.Combine(root, directory),
                    (ref FileSystemEntry entry) => DirectoryEntry.Of(ref entry),
                    Everything
                ),
            ];
            return RawDirectory.IsKnown && entries.Exists(entry => entry.Name.Contains(Lost, StringComparison.Ordinal))
                ? RawEntries(directory, Encoding.UTF8.GetBytes(Path.Combine(root, directory)))
                : entries;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refused(directory);
        }
    }

    private List<DirectoryEntry> RawEntries(string directory, byte[] path) => RawDirectory.Entries(path) ?? Refused(directory);

    private List<DirectoryEntry> Refused(string directory)
    {
        diagnostics.Add(
            new Diagnostic(
                DiagnosticKind.FileUnreadable,
                "The system refused to list the directory; its contents were not read.",
                directory
            )
        );
        return [];
    }

    private void Visit(DirectoryEntry entry, string directory, bool ignoredAbove, int depth)
    {
        var name = entry.Raw is null ? PathText.Of(entry.Name) : entry.Name;
        var path = directory.Length == 0 ? name : $"{directory}/{name}";
        var isDirectory = entry is { IsDirectory: true, IsLink: false };
        if (entry.Name == ".git")
        {
            return;
        }

        if (entry.Raw is { } raw && (rawPaths.ContainsKey(directory) || !Encoding.UTF8.GetBytes(name).AsSpan().SequenceEqual(raw.Bytes)))
        {
            byte[] above = rawPaths.TryGetValue(directory, out var known) ? known : Encoding.UTF8.GetBytes(directory);
            rawPaths[path] = directory.Length == 0 ? raw.Bytes : [.. above, (byte)'/', .. raw.Bytes];
        }
        else if (name != entry.Name)
        {
            rawPaths[path] = Encoding.UTF8.GetBytes(directory.Length == 0 ? entry.Name : $"{directory}/{entry.Name}");
        }

        if (tracked.TryGetValue(path, out var listed))
        {
            files.Add(
                Describe(path, FileStatus.Tracked, entry, listed.IsExecutable) with
                {
                    IsSubmodule = listed.IsSubmodule && isDirectory,
                    IsCommitted = !listed.IsStaged && listed.Stat.Is(entry.Modified, entry.Size),
                    HasOtherSize = listed.Stat.HasOther(entry.Size) && !isDirectory && !entry.IsLink,
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
        else if (ignored && !trackedPaths.Below(path))
        {
            files.Add(new RepositoryFile(path, FileStatus.Ignored, 0) { IsDirectory = true });
        }
        else if (depth < MaximumDepth)
        {
            waiting.Push(new Waiting(path, ignored, depth + 1));
        }
        else
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.FileUnreadable,
                    $"The directory lies {MaximumDepth} levels deep; its contents were not read.",
                    path
                )
            );
        }
    }

    private RepositoryFile Describe(string path, FileStatus status, DirectoryEntry entry, bool executable)
    {
        RepositoryFile file = new(path, status, entry.Size, executable, entry.IsLink) { IsSpecial = entry.IsSpecial };
        return entry.IsLink && entry.Raw is null && new FileInfo(Path.Combine(root, path)).LinkTarget is { } target
            ? file with
            {
                LinkTarget = LinkPath.Resolve(path, target),
            }
            : file;
    }

    private bool IsExecutable(string path, DirectoryEntry entry) =>
        entry.Raw?.IsExecutable
        ?? (Posix.IsKnown && Posix.StateOf(PathText.Terminated(Path.Combine(root, path))) is { IsRegular: true, IsExecutable: true });

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
            var bytes = rawPaths.TryGetValue(path, out var raw) ? raw : Encoding.UTF8.GetBytes(path);
            return TextDecoder.DecodeLines(contents.Read(bytes, Repository.MaximumSize));
        }
        catch (IOException)
        {
            diagnostics.Add(
                new Diagnostic(
                    DiagnosticKind.FileUnreadable,
                    "The file was not read: it is not a regular file, it is too large, or the system refused access.",
                    path
                )
            );
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
