namespace Seaworthy.Deploying.Verifying.Databases;

/// <summary>What a running database says of itself.</summary>
public sealed record DatabaseFacts
{
    public IReadOnlyList<TableName> Tables { get; init; } = [];

    public IReadOnlyList<HistoryRow> Rows { get; init; } = [];

    public IReadOnlyList<DatabaseIndex> Indexes { get; init; } = [];

    /// <summary>What others do with it was hidden from the one who asked.</summary>
    public bool HidesSessions { get; init; }

    /// <summary>Transactions beyond the bound of time.</summary>
    public IReadOnlyList<OpenTransaction> Transactions { get; init; } = [];

    /// <summary>Waits beyond the bound of time.</summary>
    public IReadOnlyList<LockWait> Waits { get; init; } = [];
}
