namespace Seaworthy.Reading.Discovery;

/// <summary>Reports changed files to the watcher of a repository.</summary>
public abstract class RepositoryChanges : IDisposable
{
    /// <summary>Waits for the next change, and until no other follows it; the paths from the repository's root, or null when nobody watches any more.</summary>
    public abstract IReadOnlyList<string>? Next();

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) { }
}
