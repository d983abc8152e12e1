using System.Collections.Concurrent;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// Changes of files on disk. Editors write a file in several steps, and a checkout writes hundreds: what follows within a fifth of a second is one change. What git keeps for itself is none.
/// </summary>
public sealed class DirectoryChanges : RepositoryChanges
{
    /// <summary>Stands for a change that the system could not tell: anything may be another.</summary>
    public const string Anything = "";

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    private readonly string root;
    private readonly CancellationToken end;
    private readonly BlockingCollection<string> changed = [];
    private readonly FileSystemWatcher watcher;

    public DirectoryChanges(string root, CancellationToken end)
    {
        this.root = Path.GetFullPath(root);
        this.end = end;
        watcher = new FileSystemWatcher(this.root)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        watcher.Changed += (_, change) => Add(change.FullPath);
        watcher.Created += (_, change) => Add(change.FullPath);
        watcher.Deleted += (_, change) => Add(change.FullPath);
        watcher.Renamed += (_, change) =>
        {
            Add(change.OldFullPath);
            Add(change.FullPath);
        };
        // More changed than the system remembers.
        watcher.Error += (_, _) => Add(this.root);
        watcher.EnableRaisingEvents = true;
    }

    public override IReadOnlyList<string>? Next()
    {
        try
        {
            HashSet<string> paths = new(StringComparer.Ordinal) { changed.Take(end) };
            while (changed.TryTake(out var next, (int)Quiet.TotalMilliseconds, end))
            {
                paths.Add(next);
            }

            return [.. paths.Order(StringComparer.Ordinal)];
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            watcher.Dispose();
            changed.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Add(string full)
    {
        var path = Path.GetRelativePath(root, full).Replace('\\', '/');
        if (path != ".git" && !path.StartsWith(".git/", StringComparison.Ordinal) && !changed.IsAddingCompleted)
        {
            changed.Add(path == "." ? Anything : path, CancellationToken.None);
        }
    }
}
