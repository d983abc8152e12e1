using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Ledger;

/// <summary>What the ledger tells when it is read from its beginning. Pure.</summary>
public sealed class History
{
    private readonly IReadOnlyList<LedgerEntry> entries;

    public History(IReadOnlyList<LedgerEntry> entries)
    {
        this.entries = entries;
        Releases = [.. entries.Where(entry => entry.Event == LedgerEvent.Promoted).Select(entry => entry.Record).OfType<ReleaseRecord>()];
        Unfinished = Find();
    }

    public IReadOnlyList<LedgerEntry> Entries => entries;

    /// <summary>Those that counted, the newest last.</summary>
    public IReadOnlyList<ReleaseRecord> Releases { get; }

    /// <summary>The release that serves; null before the first, and after the project was taken down.</summary>
    public ReleaseRecord? Current => entries.LastOrDefault(entry => entry.Event is LedgerEvent.Promoted or LedgerEvent.TakenDown)?.Record;

    /// <summary>Every attempt takes a number, so that no two share a container's name.</summary>
    public int NextRelease => entries.Max(entry => entry.Release) + 1 ?? 1;

    /// <summary>A deployment that ended in the middle; null when the last one came to an end.</summary>
    public Unfinished? Unfinished { get; }

    /// <summary>The release before the current one that is made of other containers, or of other revisions.</summary>
    public ReleaseRecord? Before(ReleaseRecord current)
    {
        ArgumentNullException.ThrowIfNull(current);
        var own = Signature(current);
        return Releases.LastOrDefault(release => release.Number < (current.RollbackTo ?? current.Number) && Signature(release) != own);
    }

    private static string Signature(ReleaseRecord release) =>
        string.Join(
            ' ',
            release
                .Services.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .SelectMany(pair => pair.Value.Containers)
                .Concat(release.Workloads.Select(revision => $"{revision.Workload}@{revision.Template}").Order(StringComparer.Ordinal))
        );

    private Unfinished? Find()
    {
        var begun = entries.LastOrDefault(entry => entry.Event == LedgerEvent.Begun);
        if (begun is not { Steps: { } steps, Release: { } release })
        {
            return null;
        }

        var since = entries.Where(entry => entry.Release == release).ToList();
        if (since.Any(entry => entry.Event is LedgerEvent.Finished or LedgerEvent.RolledBack))
        {
            return null;
        }

        var isPromoted = since.Any(entry => entry.Event == LedgerEvent.Promoted);
        var done = Names(since, LedgerEvent.StepDone);
        var undone = Names(since, LedgerEvent.UndoDone);
        var started = Names(since, LedgerEvent.StepBegun);
        return isPromoted
            ? new Unfinished(release, IsPromoted: true, [.. steps.Where(step => IsAfterPromotion(step) && !done.Contains(step.Id))])
            : new Unfinished(
                release,
                IsPromoted: false,
                [.. steps.Where(step => started.Contains(step.Id) && !undone.Contains(step.Id)).Reverse()]
            );
    }

    private static bool IsAfterPromotion(DeployStep step) => step.Kind is StepKind.Retire or StepKind.Prune;

    private static HashSet<string> Names(List<LedgerEntry> entries, LedgerEvent what) =>
        [.. entries.Where(entry => entry.Event == what).Select(entry => entry.Step ?? "")];
}
