using System.CommandLine;
using Seaworthy.Deploying.Ledger;

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
        Arguments.AddTo(command);
        command.SetAction(parsed => Run(parsed, parsed.GetValue(Why)));
        return command;
    }

    public static Command CreateUnlock()
    {
        Command command = new("unlock", "Let deployments in again.");
        Arguments.AddTo(command);
        command.SetAction(parsed => Run(parsed, why: null));
        return command;
    }

    private static int Run(ParseResult parsed, string? why)
    {
        if (Arguments.Target(parsed) is not { } target)
        {
            return ExitCode.Usage;
        }

        var session = Arguments.Session(parsed, target);
        session.State.Lock = why is null
            ? null
            : new DeployLock($"{Environment.UserName}@{Environment.MachineName}", why, DateTimeOffset.UtcNow);
        session.Ledger.Write(why is null ? LedgerEvent.Unlocked : LedgerEvent.Locked, detail: why);
        return ExitCode.Fit;
    }
}
