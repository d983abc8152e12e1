namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>A row of a tool's table: the cells by column.</summary>
/// <param name="Schema">The schema of the table.</param>
/// <param name="Table">The table.</param>
/// <param name="Cells">Null for an empty one.</param>
public sealed record HistoryRow(string Schema, string Table, IReadOnlyDictionary<string, string?> Cells)
{
    public string? Find(string? column) => column is not null && Cells.TryGetValue(column, out var cell) ? cell : null;

    public bool Has(string? column) => column is not null && Cells.ContainsKey(column);

    public bool IsTrue(string? column) => Find(column) is "true" or "t" or "1";
}
