using System.Globalization;
using Seaworthy.Deploying.Certificates;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Certificates from a server of ACME. Those that were issued stay when the deployment fails, as others do.</summary>
internal sealed class IssueAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        if (context.Order is not { } order)
        {
            return;
        }

        foreach (var host in order.Hosts)
        {
            Issue(step, order.Account, host);
        }

        foreach (var host in order.Renewed)
        {
            try
            {
                Issue(step, order.Account, host);
            }
            catch (DeployFailedException failure)
            {
                // It has one that clients trust: the release does not wait for another.
                Tell(step, $"{failure.Message}; it keeps the certificate that it has");
            }
        }

        context.Acme.Keep(order.Account);
    }

    public void Undo(DeployStep step) { }

    private void Issue(DeployStep step, AcmeAccount account, string host)
    {
        var until = context.Acme.Issue(account, context.AcmeImage, host);
        Tell(step, string.Create(CultureInfo.InvariantCulture, $"{host} has a certificate of {account.Server} until {until:yyyy-MM-dd}"));
    }

    private void Tell(DeployStep step, string text) => context.OnProgress(new DeployProgress(LedgerEvent.StepBegun, step.Id, text));
}
