using Seaworthy.Engine;
using Seaworthy.Engine.Configuring;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.LanguageServer;

/// <summary>One directory whose audit is kept as long as none of its files changes.</summary>
/// <param name="root">The directory, by its real path.</param>
/// <param name="clock">Tells which accepted findings have expired.</param>
internal sealed class AuditedTree(string root, TimeProvider clock)
{
    private readonly Lock one = new();
    private Kept? kept;

    public string Root => root;

    /// <summary>The audit of the files as they are now.</summary>
    /// <param name="fault">What is wrong with its configuration; empty when nothing is.</param>
    public Report? Audit(out string fault)
    {
        lock (one)
        {
            using DirectoryRepository repository = new(root);
            var listing = repository.List();
            var stamp = Stamp(listing);
            fault = "";
            if (kept is { } known && known.Stamp == stamp)
            {
                return known.Report;
            }

            if (Options(repository, listing, out fault) is not { } options)
            {
                return null;
            }

            kept = new Kept(Engine.Audit.Run(repository, options), stamp);
            return kept.Report;
        }
    }

    /// <summary>The audit of a revision, by the configuration of that revision.</summary>
    public Report? AuditOf(string revision, out string fault)
    {
        using GitRevisionRepository repository = new(root, revision);
        if (!repository.Exists)
        {
            fault = $"There is no revision '{revision}'.";
            return null;
        }

        return Options(repository, repository.List(), out fault) is { } options ? Engine.Audit.Run(repository, options) : null;
    }

    /// <summary>What needs the files themselves beside their audit.</summary>
    public T With<T>(Func<Repository, T> use)
    {
        using DirectoryRepository repository = new(root);
        return use(repository);
    }

    private AuditOptions? Options(Repository repository, RepositoryListing listing, out string fault)
    {
        var settings = SettingsAbove.Nearest(
            SettingsReading.In(repository, listing.Tree),
            root,
            (repository as GitRevisionRepository)?.Revision
        );
        fault = string.Join('\n', settings.Faults.Select(each => $"{each.Span}: {each.Message}"));
        return fault.Length > 0
            ? null
            : new AuditOptions
            {
                Settings = settings,
                Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                Listing = listing,
            };
    }

    // Names, sizes and times of change: what an editor that saves cannot leave as they were.
    private int Stamp(RepositoryListing listing)
    {
        HashCode code = default;
        foreach (var file in listing.Tree.Files)
        {
            code.Add(file.Path, StringComparer.Ordinal);
            code.Add(file.Size);
            code.Add(new FileInfo(Path.Combine(root, file.Path)).LastWriteTimeUtc.Ticks);
        }

        return code.ToHashCode();
    }

    private sealed record Kept(Report Report, int Stamp);
}
