using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Migrations;

/// <summary>Drizzle's <c>meta/_journal.json</c>: which migrations there are, in which order.</summary>
/// <remarks>Source: drizzle-orm, <c>migrator.ts</c>: <c>readMigrationFiles</c> reads the files that the journal names, and no others.</remarks>
public sealed record DrizzleJournal(SourceFile File, IReadOnlyList<DrizzleEntry> Entries) : Artifact(File)
{
    /// <summary>The directory of the migrations.</summary>
    public string Directory => RepositoryPath.Parent(File.Directory) ?? "";

    /// <summary>Entries that a database with an earlier entry never gets, each with the newest earlier one.</summary>
    public IEnumerable<SkippedEntry> Skipped()
    {
        DrizzleEntry? newest = null;
        foreach (var entry in Entries)
        {
            if (newest is not null && entry.When <= newest.When)
            {
                yield return new SkippedEntry(entry, newest);
            }
            else
            {
                newest = entry;
            }
        }
    }
}
