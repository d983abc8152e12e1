using System.Globalization;
using System.Text.Json;

namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>Lines that a database prints, an array of JSON each: the kind first, then its parts. A name may hold any letter, line breaks too.</summary>
public static class DatabaseAnswer
{
    public static DatabaseFacts Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).Where(cells => cells.Count > 0).ToList();
        var columns = Of(lines, "column", 4).ToLookup(cells => new TableName(Text(cells[1]), Text(cells[2])), cells => Text(cells[3]));
        return new DatabaseFacts
        {
            Tables =
            [
                .. Of(lines, "table", 3)
                    .Select(cells => new TableName(Text(cells[1]), Text(cells[2])))
                    .Select(table => table with { Columns = [.. columns[table]] }),
            ],
            Indexes =
            [
                .. Of(lines, "index", 5)
                    .Select(cells => new DatabaseIndex(Text(cells[1]), Text(cells[2]), Text(cells[3]), cells[4] is "true" or "1")),
            ],
            HidesSessions = Of(lines, "unseen", 1).Any(),
            Transactions =
            [
                .. Of(lines, "transaction", 5)
                    .Select(cells => new OpenTransaction(Number(cells[1]), Text(cells[2]), Text(cells[3]), Number(cells[4]))),
                .. Of(lines, "lock", 7)
                    .Select(cells => new OpenTransaction(
                        Number(cells[1]),
                        Text(cells[2]),
                        Text(cells[3]),
                        Number(cells[4]),
                        Text(cells[5]),
                        Text(cells[6])
                    )),
            ],
            Waits = [.. Of(lines, "wait", 4).Select(cells => new LockWait(Number(cells[1]), Number(cells[2]), Number(cells[3])))],
        };
    }

    /// <summary>Rows of tables: schema, table, then the cells of the columns that were asked for.</summary>
    /// <param name="text">What was printed.</param>
    /// <param name="tables">The tables, each with the columns in the order in which they were asked for.</param>
    public static IReadOnlyList<HistoryRow> Rows(string text, IReadOnlyList<TableName> tables)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tables);
        return
        [
            .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(Cells)
                .Where(cells => cells is ["row", _, _, ..])
                .SelectMany(cells =>
                    tables
                        .Where(table => table.Schema == cells[1] && table.Name == cells[2] && table.Columns.Count == cells.Count - 3)
                        .Select(table => new HistoryRow(
                            table.Schema,
                            table.Name,
                            table
                                .Columns.Zip(cells.Skip(3), (column, cell) => new { column, cell })
                                .ToDictionary(pair => pair.column, pair => pair.cell, StringComparer.Ordinal)
                        ))
                ),
        ];
    }

    private static IEnumerable<IReadOnlyList<string?>> Of(IEnumerable<IReadOnlyList<string?>> lines, string kind, int count) =>
        lines.Where(cells => cells.Count == count && cells[0] == kind);

    private static IReadOnlyList<string?> Cells(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(Cell)] : [];
        }
        catch (JsonException)
        {
            // A notice of the client among the lines.
            return [];
        }
    }

    private static string? Cell(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => element.GetString(),
            _ => element.GetRawText(),
        };

    private static string Text(string? cell) => cell ?? "";

    private static int Number(string? cell) =>
        int.TryParse(cell, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
