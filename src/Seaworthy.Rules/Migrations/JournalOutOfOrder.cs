using Seaworthy.Model;
using Seaworthy.Model.Declared.Migrations;

namespace Seaworthy.Rules.Migrations;

/// <summary>An entry of Drizzle's journal is not newer than one before it.</summary>
/// <remarks>
/// Source: drizzle-orm, <c>pg-core/dialect.ts</c>, <c>migrate</c>: it asks for the newest <c>created_at</c> once, and runs what has a greater <c>folderMillis</c>, which is <c>when</c>.
/// </remarks>
internal sealed class JournalOutOfOrder : Rule<DrizzleJournal>
{
    private const int MostNames = 3;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "migrations/journal-out-of-order",
            Title = "Migration journal out of order",
            Area = Area.Migrations,
            Severity = Severity.High,
            Rationale =
                "Drizzle runs only entries newer than the last applied one, and reports success: a database with the earlier entry never gets this one.",
            Holds = "Each entry is newer than those before it.",
        };

    public override IEnumerable<DrizzleJournal> Subjects(Deployment deployment) =>
        deployment.Of<DrizzleJournal>().Where(journal => journal.Entries.Count > 1);

    protected override Subject Identify(DrizzleJournal subject) => new(subject.File.Path, subject.Entries[0].Span);

    protected override IEnumerable<Verdict> Check(DrizzleJournal subject, Deployment deployment)
    {
        var skipped = subject.Skipped().ToList();
        if (skipped is not [var (entry, newest), ..])
        {
            yield break;
        }

        var others = skipped.Count > 1 ? $" {skipped.Count - 1} further {(skipped.Count == 2 ? "entry is" : "entries are")} as late." : "";
        var last = subject.Entries.Max(each => each.When);
        var names = NameList.Of([.. skipped.Select(each => $"`{each.Entry.Tag}`")], MostNames);
        yield return Fail(
                entry.Span,
                $"Drizzle skips `{entry.Tag}` on a database that has `{newest.Tag}`: its `when` {entry.When} is not greater than {newest.When}.{others}"
            )
            .Related(newest.Span, "is newer")
            .Related(skipped.Skip(1).Select(each => each.Entry.Span), "skipped too")
            .Remedy(
                $"Give {names} and each entry behind a rising `when` above {last} in {subject.File.Path}, and write their statements so that they can run twice (`IF NOT EXISTS`)."
            )
            .Verify($"grep -oE '\"when\": *[0-9]+' {subject.File.Path} | grep -oE '[0-9]+' | sort -n -u -C   # must succeed");
    }
}
