using System.Globalization;
using Seaworthy.Model.Declared.Migrations;
using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>What a database was migrated to, held against the newest migration that is declared. Pure.</summary>
internal static class MigrationDrifts
{
    /// <param name="service">The database.</param>
    /// <param name="histories">What is declared.</param>
    /// <param name="facts">What the database says.</param>
    public static Verification Of(string service, IReadOnlyList<DeclaredHistory> histories, DatabaseFacts facts) =>
        histories.Aggregate(Verification.Empty, (all, history) => all.And(Of(service, history.History, histories, facts)));

    private static Verification Of(string service, MigrationHistory history, IReadOnlyList<DeclaredHistory> all, DatabaseFacts facts)
    {
        var tables = HistoryTable
            .All.Where(table => table.Tool == history.Tool)
            .Select(table => new Kept(table, [.. facts.Tables.Where(each => each.Name == table.Name && Fits(table, each))]))
            .Where(kept => kept.Tables.Count > 0)
            .ToList();
        if (tables.Count == 0)
        {
            return Open(
                service,
                $"{service} has no table in which {MigrationToolTitle.Of(history.Tool)} keeps the migrations of {history.Directory}"
            );
        }

        if (tables[0].Table.HoldsNewestOnly && all.Count(other => other.History.Tool == history.Tool) is > 1 and var several)
        {
            return Open(
                service,
                $"{several} directories have migrations of {MigrationToolTitle.Of(history.Tool)}, and {tables[0].Table.Name} does not name one"
            );
        }

        var expected = Expected(history);
        return expected.Count == 0
            ? Open(
                service,
                $"the migrations of {history.Directory} have no names that {MigrationToolTitle.Of(history.Tool)} writes into the database"
            )
            : Verification.Of(
                [DriftKind.Migrations],
                tables[0]
                    .Tables.SelectMany(table => Of(history, tables[0].Table, expected, RowsOf(table, facts)))
                    .Select(text => new Drift(DriftKind.Migrations, service, $"{service} {text}"))
            );
    }

    /// <summary>Tables of one name differ between tools by their columns.</summary>
    private static bool Fits(HistoryTable table, TableName found) =>
        table.Columns.All(found.Columns.Contains) && (table.Dirty is null || found.Columns.Contains(table.Dirty));

    private static Verification Open(string service, string text) =>
        Verification.Empty with
        {
            Open = [new OpenQuestion(DriftKind.Migrations, service, text, IsFault: false)],
        };

    private static IReadOnlyList<HistoryRow> RowsOf(TableName table, DatabaseFacts facts) =>
        [.. facts.Rows.Where(row => row.Schema == table.Schema && row.Table == table.Name)];

    /// <summary>The files that must have left a row; for tools that know only heads, those.</summary>
    private static IReadOnlyList<Named> Expected(MigrationHistory history) =>
        [
            .. (history.Tool is MigrationTool.Alembic or MigrationTool.Django ? history.Heads : history.Files)
                .Select(file => MigrationKey.Of(file) is { } key ? new Named(key, file) : null)
                .OfType<Named>()
                .OrderBy(named => named.Key, KeyOrder.Instance),
        ];

    private static IEnumerable<string> Of(
        MigrationHistory history,
        HistoryTable table,
        IReadOnlyList<Named> expected,
        IReadOnlyList<HistoryRow> rows
    )
    {
        foreach (var row in rows.Where(row => IsHalf(table, row)))
        {
            yield return $"holds the migration {KeyOf(table, row)} as one that failed in the middle";
        }

        var applied = rows.Where(row => !IsHalf(table, row) && row.Find(table.UndoneAt) is null)
            .Select(row => KeyOf(table, row))
            .ToHashSet(StringComparer.Ordinal);
        var wanted = table.HoldsNewestOnly && history.Tool != MigrationTool.Alembic ? expected.TakeLast(1).ToList() : expected;
        var missing = wanted.Where(named => !applied.Contains(named.Key)).ToList();
        if (missing.Count > 0)
        {
            yield return table.HoldsNewestOnly
                ? $"is at the migration {(applied.Count == 0 ? "none" : string.Join(", ", applied.Order(StringComparer.Ordinal)))}, and the newest that is declared is {string.Join(", ", missing.Select(named => named.Key))} ({missing[^1].File.File.Path})"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"lacks {missing.Count} of {expected.Count} migrations in {table.Name}; the newest of them is {missing[^1].File.File.Path}"
                );
        }
        else if (
            table.IsOrdered
            && applied.Where(key => KeyOrder.Instance.Compare(key, expected[^1].Key) > 0).Order(KeyOrder.Instance).ToList()
                is [.., var newest]
        )
        {
            yield return $"holds the migration {newest}, which is newer than every file in {history.Directory}";
        }
    }

    private static bool IsHalf(HistoryTable table, HistoryRow row) =>
        row.Has(table.Done) && !row.IsTrue(table.Done)
        || row.IsTrue(table.Dirty)
        || row.Has(table.FinishedAt) && row.Find(table.FinishedAt) is null && row.Find(table.UndoneAt) is null;

    private static string KeyOf(HistoryTable table, HistoryRow row) =>
        MigrationKey.Of(table.Tool, [.. table.Columns.Select(column => row.Find(column) ?? "")]);

    private sealed record Kept(HistoryTable Table, IReadOnlyList<TableName> Tables);

    private sealed record Named(string Key, MigrationFile File);
}
