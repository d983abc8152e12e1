using Seaworthy.Deploying.Planning;

namespace Seaworthy.Deploying.Running.Steps;

/// <summary>Certificates for the proxy. They belong to no release: when the deployment fails, they stay.</summary>
internal sealed class CertificatesAction(DeployContext context) : IStepAction
{
    public void Do(DeployStep step)
    {
        CertificateStore store = new(context.State);
        foreach (var pair in context.Certificates)
        {
            store.Put(pair.Key, pair.Value);
        }
    }

    public void Undo(DeployStep step) { }
}
