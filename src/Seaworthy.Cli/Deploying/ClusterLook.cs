using System.CommandLine;
using Seaworthy.Deploying.Kubernetes.Planning;
using Seaworthy.Deploying.Kubernetes.Running;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary>Commands on a cluster that read, and <c>rollback</c>.</summary>
/// <param name="arguments">Which deployment is meant.</param>
internal sealed class ClusterLook(DeployArguments arguments)
{
    private const int Lines = 20;

    /// <summary>A command that only looks, with the session of the project.</summary>
    public int Run(ParseResult parsed, Func<ClusterSession, int> look)
    {
        using var opened = arguments.Open(parsed);
        if (opened is null || arguments.Cluster(parsed) is not { } address)
        {
            return ExitCode.Usage;
        }

        var project = arguments.ProjectName(parsed, opened);
        return arguments.Looks(parsed).Run(host => look(arguments.Session(parsed, host, address, project)));
    }

    public static int Status(ClusterSession session)
    {
        if (!ClusterHold.IsReachable(session))
        {
            return ExitCode.Incomplete;
        }

        var history = session.Ledger.Read();
        Console.Out.WriteLine(
            history.Current is { } current
                ? $"{session.Project}: release {current.Number}"
                : $"{session.Project}: nothing was deployed yet from this machine"
        );
        if (history.Unfinished is { } unfinished)
        {
            Console.Out.WriteLine($"Release {unfinished.Release} ended in the middle: the next command settles it.");
        }

        foreach (var revision in history.Current?.Workloads ?? [])
        {
            Console.Out.WriteLine(Quote.Text($"  {revision.Workload, -32} {State(session, revision)}"));
        }

        return ExitCode.Fit;
    }

    public static int Logs(ClusterSession session, string? service, bool isFollowed)
    {
        if (!ClusterHold.IsReachable(session))
        {
            return ExitCode.Incomplete;
        }

        var workloads = (session.Ledger.Read().Current?.Workloads ?? [])
            .Select(revision => revision.Workload)
            .Where(workload => service is null || workload.Name == service)
            .ToList();
        if (isFollowed && workloads is [var only])
        {
            return session.Cluster.Runner.Attach(session.Cluster.Commands.WorkloadLogs(only, Lines, isFollowed: true));
        }

        foreach (var workload in workloads)
        {
            Console.Out.WriteLine($"== {workload}");
            Console.Out.WriteLine(session.Cluster.Do(session.Cluster.Commands.WorkloadLogs(workload, Lines, isFollowed: false)));
        }

        return workloads.Count > 0 ? ExitCode.Fit : ExitCode.Findings;
    }

    /// <param name="parsed">The command line.</param>
    /// <param name="wanted">Which of the releases.</param>
    /// <param name="isJson">A line of JSON per event.</param>
    public int Rollback(ParseResult parsed, Func<History, ReleaseRecord?> wanted, bool isJson)
    {
        using var opened = arguments.Open(parsed);
        if (opened is null || arguments.Cluster(parsed) is not { } address)
        {
            return ExitCode.Usage;
        }

        var project = arguments.ProjectName(parsed, opened);
        return arguments
            .Round(parsed)
            .Run(host =>
            {
                var session = arguments.Session(parsed, host, address, project, new ProgressWriter(isJson, host).Write);
                using var hold = ClusterHold.Of(session, out var code);
                return hold is null ? code : Rollback(session, wanted);
            });
    }

    private static int Rollback(ClusterSession session, Func<History, ReleaseRecord?> wanted)
    {
        if (wanted(session.Ledger.Read()) is not { } release)
        {
            Console.Error.WriteLine("seaworthy: there is no such release to return to; 'seaworthy releases' lists them.");
            return ExitCode.Usage;
        }

        if (DeployCommand.Complain(session.Gone(release)))
        {
            return (int)DeployOutcome.Preparation;
        }

        DeployRequest request = new();
        var plan = session.Back(release, request);
        if (plan.IsEmpty)
        {
            Console.Error.WriteLine($"seaworthy: the workloads run what release {release.Number} ran; there is nothing to do.");
            return ExitCode.Fit;
        }

        return (int)session.Rollback(release, plan, request);
    }

    private static string State(ClusterSession session, WorkloadRevision revision)
    {
        if (session.Cluster.Find(revision.Workload) is not { } found)
        {
            return "is gone";
        }

        var pods = session.Cluster.Pods(revision.Workload.Space).Where(found.Owns).ToList();
        var restarts = pods.Sum(pod => pod.Restarts);
        return $"{found.Ready} of {found.Desired} ready, {found.Revision.Number switch { { } number => $"revision {number}", _ => "no revision" }}, {string.Join(", ", found.Images)}"
            + (restarts > 0 ? $", {restarts} restarts" : "")
            + (found.Revision.Template != revision.Template ? ", changed since the release" : "")
            + (
                pods.Select(pod => pod.Failing).OfType<ObservedPodContainer>().FirstOrDefault() is { } failing
                    ? $", {failing.Name} {failing.Fault}"
                    : ""
            );
    }
}
