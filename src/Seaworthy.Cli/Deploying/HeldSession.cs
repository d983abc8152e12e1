using Seaworthy.Deploying.Running;

namespace Seaworthy.Cli.Deploying;

/// <summary>A session that nobody else has at the same time.</summary>
internal sealed class HeldSession(DeploySession session, IDisposable hold) : IDisposable
{
    public DeploySession Session => session;

    public void Dispose() => hold.Dispose();
}
