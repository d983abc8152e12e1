using System.CommandLine;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy lock</c> and <c>unlock</c>: keep deployments out, with the reason.</summary>
internal static class LockCommand
{
    private static readonly DeployArguments Arguments = new();

    private static readonly Option<string> Why = new("--why")
    {
        Description = "Reason, for those who are kept out.",
        HelpName = "text",
        Required = true,
    };

    public static Command Create()
    {
        Command command = new("lock", "Keep deployments out until 'seaworthy unlock'.") { Why };
        Arguments.AddTo(command, noCluster: "a lease in the cluster keeps two deployments apart by itself");
        command.SetAction(parsed => Arguments.Look(parsed, (session, _) => Run(session, parsed.GetValue(Why))));
        return command;
    }

    public static Command CreateUnlock()
    {
        Command command = new("unlock", "Let deployments in again.");
        Arguments.AddTo(command, noCluster: "a lease in the cluster keeps two deployments apart by itself");
        command.SetAction(parsed => Arguments.Look(parsed, (session, _) => Run(session, why: null)));
        return command;
    }

    private static int Run(DeploySession session, string? why)
    {
        session.State.Lock = why is null ? null : new DeployLock(DeployArguments.By(), why, DateTimeOffset.UtcNow);
        session.Ledger.Write(why is null ? LedgerEvent.Unlocked : LedgerEvent.Locked, detail: why);
        return ExitCode.Fit;
    }
}
