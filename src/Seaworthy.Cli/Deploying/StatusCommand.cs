using System.CommandLine;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy status</c>: what runs now.</summary>
internal static class StatusCommand
{
    private static readonly DeployArguments Arguments = new();

    public static Command Create()
    {
        Command command = new("status", "Show what runs of a deployed project.");
        Arguments.AddTo(command);
        command.SetAction(parsed =>
            Arguments.Cluster(parsed) is null
                ? Arguments.Look(parsed, (session, _) => Run(session))
                : new ClusterLook(Arguments).Run(parsed, ClusterLook.Status)
        );
        return command;
    }

    private static int Run(DeploySession session)
    {
        if (!DeployArguments.IsReachable(session))
        {
            return ExitCode.Incomplete;
        }

        var history = session.Ledger.Read();
        Console.Out.WriteLine(
            history.Current is { } current ? $"{session.Project}: release {current.Number}"
            : history.Releases.Count > 0 ? $"{session.Project}: taken down"
            : $"{session.Project}: nothing was deployed yet"
        );
        if (history.Unfinished is { } unfinished)
        {
            Console.Out.WriteLine($"Release {unfinished.Release} ended in the middle: the next command settles it.");
        }

        if (session.State.Lock is { } locked)
        {
            Console.Out.WriteLine($"Locked by {locked.By} on {ProgressWriter.Time(locked.Since)}: {locked.Why}");
        }

        Write(session);
        return ExitCode.Fit;
    }

    private static void Write(DeploySession session)
    {
        var statistics = session.Traffic.Statistics();
        foreach (
            var container in session
                .Engine.Observe(session.Project)
                .Containers.Where(each => each.IsRunning)
                .OrderBy(each => each.Name, StringComparer.Ordinal)
        )
        {
            var served = statistics.Where(each => each.Server == container.Name).ToList();
            Console.Out.WriteLine(
                $"  {container.Name, -32} {State(container), -10} {(served.Count > 0 ? $"{served[0].Status}, {served.Sum(each => each.Answers)} answers, {served.Sum(each => each.ServerErrors)} of 5xx" : "")}".TrimEnd()
            );
        }
    }

    private static string State(ObservedContainer container) =>
        container.Restarts > 0 ? $"{container.Restarts} restarts" : container.Health ?? container.Status;
}
