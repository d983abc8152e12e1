namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>Indexes that migrations create, held against those that a database has. Pure.</summary>
internal static class IndexDrifts
{
    /// <summary>Only of tables that are there: a table that is not is a matter of its migration.</summary>
    /// <param name="service">The database.</param>
    /// <param name="histories">What is declared.</param>
    /// <param name="facts">What the database says.</param>
    public static Verification Of(string service, IReadOnlyList<DeclaredHistory> histories, DatabaseFacts facts)
    {
        var tables = facts.Tables.Select(table => table.Name).ToHashSet(StringComparer.Ordinal);
        var known = facts.Indexes.Select(index => index.Name).ToHashSet(StringComparer.Ordinal);
        var declared = histories.SelectMany(history => history.Indexes).Where(index => tables.Contains(index.Table)).ToList();
        var drifts = declared
            .Where(index => !known.Contains(index.Name))
            .Select(index => $"{service} has no index {index.Name} on {index.Table}, which {index.Span} creates")
            .Concat(
                facts
                    .Indexes.Where(index => !index.IsValid)
                    .Select(index =>
                        $"{service} has the index {index.Name} on {index.Table}, which was not built to its end: no query uses it"
                    )
            )
            .Select(text => new Drift(DriftKind.Indexes, service, text))
            .ToList();
        return declared.Count + drifts.Count == 0 ? Verification.Empty : Verification.Of([DriftKind.Indexes], drifts);
    }
}
