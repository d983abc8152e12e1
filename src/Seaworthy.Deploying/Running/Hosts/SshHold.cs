using Seaworthy.Deploying.Commands;

namespace Seaworthy.Deploying.Running.Hosts;

/// <summary>A project of a host that is held. The host lets it go when the beats end.</summary>
internal sealed class SshHold : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(HostCommands.HoldSeconds / 6);
    private readonly HeldProcess process;
    private readonly Timer timer;

    public SshHold(HeldProcess process)
    {
        this.process = process;
        timer = new Timer(_ => process.Feed(HostCommands.Beat), null, Every, Every);
    }

    public void Dispose()
    {
        timer.Dispose();
        process.Dispose();
    }
}
