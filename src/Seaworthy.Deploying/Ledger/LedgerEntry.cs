using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Ledger;

/// <summary>A line of the ledger. Holds no secret.</summary>
public sealed record LedgerEntry(DateTimeOffset At, LedgerEvent Event)
{
    public string? By { get; init; }

    public int? Release { get; init; }

    public string? Step { get; init; }

    /// <summary>One sentence.</summary>
    public string? Detail { get; init; }

    public long? Milliseconds { get; init; }

    public IReadOnlyList<DeployStep>? Steps { get; init; }

    public ReleaseRecord? Record { get; init; }
}
