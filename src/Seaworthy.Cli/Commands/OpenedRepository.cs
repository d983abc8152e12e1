using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>The repository that a command reads.</summary>
/// <param name="repository">Its files.</param>
/// <param name="root">Its directory on disk.</param>
/// <param name="clone">Where it was cloned for this command alone.</param>
internal sealed class OpenedRepository(Repository repository, string root, ClonedRepository? clone = null) : IDisposable
{
    public Repository Repository => repository;

    public string Root => root;

    /// <summary>Its author is nobody whom the user answers for: it says nothing of its own audit.</summary>
    public bool IsForeign => clone is not null;

    public void Dispose()
    {
        repository.Dispose();
        clone?.Dispose();
    }
}
