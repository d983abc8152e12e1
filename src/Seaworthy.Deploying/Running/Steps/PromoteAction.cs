using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>The line of the ledger from which on the release counts.</summary>
internal sealed class PromoteAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step) =>
        context.Ledger.Write(
            new LedgerEntry(default, LedgerEvent.Promoted)
            {
                Release = context.Release,
                Record = context.Record is { } record ? record with { Backups = [.. context.Backups] } : null,
            }
        );

    public void Undo(DeployStep step) { }
}
