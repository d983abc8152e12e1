using Seaworthy.Deploying.Ledger;

namespace Seaworthy.Deploying.Running;

/// <summary>Something happened, for the one who waits.</summary>
/// <param name="What">As the ledger calls it.</param>
/// <param name="Step">The identity of the step; null for the deployment as a whole.</param>
/// <param name="Text">One sentence.</param>
public sealed record DeployProgress(LedgerEvent What, string? Step, string Text)
{
    public long? Milliseconds { get; init; }
}
