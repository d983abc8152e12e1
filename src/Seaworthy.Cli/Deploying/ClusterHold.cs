using Seaworthy.Deploying.Kubernetes.Running;
using Seaworthy.Deploying.Running;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>A session of a cluster for a command that changes something.</summary>
internal static class ClusterHold
{
    /// <summary>Whether the cluster answers: if not, the reason is on standard error.</summary>
    public static bool IsReachable(ClusterSession session) =>
        session.IsKnown()
            ? !DeployCommand.Complain(new ClusterPreflight(session.Cluster).Version())
            : !DeployCommand.Complain([$"kubectl knows no context '{session.Address.Context}': 'kubectl config get-contexts' lists them"]);

    /// <summary>Nobody else changes the project meanwhile, and what a crash left is settled. Null when the reason is on standard error.</summary>
    /// <exception cref="DeployFailedException">The cluster lets nobody have a lease.</exception>
    public static IDisposable? Of(ClusterSession session, out int code)
    {
        code = (int)DeployOutcome.Preparation;
        if (!IsReachable(session))
        {
            return null;
        }

        code = (int)DeployOutcome.Locked;
        if (session.TryHold(out var holder) is not { } hold)
        {
            Console.Error.WriteLine(
                Quote.Text(
                    $"seaworthy: {holder} works on {session.Project} in {session.Space} of {session.Address.Context}: try again when it is done; a lease that nobody renews ends after a minute."
                )
            );
            return null;
        }

        if (session.Recover() != DeployOutcome.RollbackFailed)
        {
            return hold;
        }

        hold.Dispose();
        code = (int)DeployOutcome.RollbackFailed;
        Console.Error.WriteLine($"seaworthy: the last deployment of {session.Project} cannot be settled; see 'seaworthy audit-log'.");
        return null;
    }
}
