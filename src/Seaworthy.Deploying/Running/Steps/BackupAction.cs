using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>A copy of a store that was restored once.</summary>
internal sealed class BackupAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        var service = context.Service(step);
        var manifest = new StoreBackup(context.Engine, context.State, context.Project, context.CopyKeys).Make(
            service.Name,
            service.Store,
            step.Containers[0]
        );
        context.Backups.Add(manifest.Id);
        context.Ledger.Write(Ledger.LedgerEvent.BackupMade, context.Release, step.Id, manifest.Id);
    }

    public void Undo(DeployStep step) { }
}
