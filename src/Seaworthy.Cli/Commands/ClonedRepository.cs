using System.Runtime.InteropServices;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Cli.Commands;

/// <summary>A clone that is deleted however the command ends: in peace, by Ctrl+C, or by its time limit.</summary>
internal sealed class ClonedRepository : IDisposable
{
    // Its directory is made when the signals are registered: one that came between would leave it behind.
    private readonly Lazy<GitClone> clone = new(() => new GitClone());
    private readonly List<PosixSignalRegistration> signals = [];
    private bool isEnded;

    public ClonedRepository()
    {
        // The signal then does what it always does.
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            signals.Add(
                PosixSignalRegistration.Create(
                    signal,
                    _ =>
                    {
                        isEnded = true;
                        clone.Value.Dispose();
                    }
                )
            );
        }

        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>The revision of a repository elsewhere, or null when it cannot be had: the reason is then on standard error.</summary>
    public OpenedRepository? Open(RemoteAddress address)
    {
        var fetched = clone.Value;
        if (fetched.Fetch(address) is not { } fault)
        {
            return new OpenedRepository(new GitRevisionRepository(fetched.Directory, GitClone.Fetched), fetched.Directory, this);
        }

        if (!isEnded)
        {
            Console.Error.WriteLine($"seaworthy: cannot clone '{address.Shown}': {fault}.");
        }

        Dispose();
        return null;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        clone.Value.Dispose();
        signals.ForEach(signal => signal.Dispose());
    }

    private void End(object? sender, EventArgs arguments) => clone.Value.Dispose();
}
