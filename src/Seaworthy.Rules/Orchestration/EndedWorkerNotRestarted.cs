using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A worker is started with a limit after which it ends without an error, and what runs it restarts it only after errors.</summary>
/// <remarks>
/// Sources: Laravel documentation, "Queues" (<c>--max-time</c>, <c>--max-jobs</c>, <c>--stop-when-empty</c>); Symfony documentation, "Messenger", "Deploying to Production"
/// (<c>--time-limit</c>, <c>--limit</c>, <c>--memory-limit</c>); RQ documentation, "Workers" (<c>--burst</c>, <c>--max-jobs</c>); Compose specification, "restart" and "restart_policy";
/// Supervisor documentation, <c>autorestart</c>: <c>unexpected</c> by default, and 0 is expected.
/// </remarks>
internal sealed class EndedWorkerNotRestarted : Rule<EndedWorkerNotRestarted.LimitedWorker>
{
    private static readonly Limits[] Known =
    [
        new("queue:work", ["--max-time", "--max-jobs", "--stop-when-empty", "--once"]),
        new("messenger:consume", ["--time-limit", "--limit", "--memory-limit", "-t", "-l", "-m"]),
    ];

    private static readonly Limits OfRq = new("worker", ["--burst", "-b", "--max-jobs"]);

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/ended-worker-not-restarted",
            Title = "Ended worker not restarted",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The worker ends with status 0, which counts as success, so nothing starts it again and jobs pile up.",
            Holds = "A worker that ends at its limit is started again.",
        };

    public override IEnumerable<LimitedWorker> Subjects(Deployment deployment) =>
        OfWorkloads(deployment).Concat(OfSupervisor(deployment)).Concat(OfUnits(deployment)).DistinctBy(worker => worker.Span);

    protected override Subject Identify(LimitedWorker subject) => new(subject.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(LimitedWorker subject, Deployment deployment)
    {
        if (subject.Policy is { } policy && !IsOnlyAfterErrors(policy.Value))
        {
            yield break;
        }

        var written = subject.Policy is { } given ? $"`{given.Value}`" : "`unexpected` by default";
        yield return LikelyFail(
                subject.Policy?.Span ?? subject.Span,
                $"{subject.Name} ends with status 0 at its `{subject.Option}`, but its restart policy is {written}: it is not started again."
            )
            .Related(subject.Span, "the limit")
            .Remedy(
                $"Restart it always: {subject.Always} {(subject.Policy is { } place ? $"in {place.Span}" : $"for {subject.Name} in {subject.Span.File.Path}")}."
            )
            .Verify(
                subject.Policy is null
                    ? (CommandText)$"git grep -nE {"^autorestart *= *true"} -- {subject.Span.File.Path}   # must find it"
                    : TreeCheck.OneGone([subject.Policy.Span, subject.Span])
            );
    }

    private static bool IsOnlyAfterErrors(string policy) =>
        policy.StartsWith("on-failure", StringComparison.Ordinal)
        || policy is "no" or "none" or "unexpected" or "false" or "on-abnormal" or "on-abort" or "on-watchdog";

    // One without any policy may be a service of Swarm, which restarts always.
    private static IEnumerable<LimitedWorker> OfWorkloads(Deployment deployment) =>
        from workload in deployment.Workloads
        where workload is { Restart: not null, IsOneShot: false, Profiles.Count: 0 }
        from command in TaskWorkers.Commands(deployment, workload)
        let option = LimitOf(command)
        where option is not null
        select new LimitedWorker(workload.Name, option, workload.Restart, workload.Start?.Span ?? command.Span)
        {
            Always = "write `unless-stopped`, or `condition: any` for Swarm",
        };

    private static IEnumerable<LimitedWorker> OfSupervisor(Deployment deployment) =>
        from file in deployment.Of<SupervisorConfig>()
        from program in file.Programs
        where program.IsStarted
        from command in program.Commands
        let option = LimitOf(command)
        where option is not null
        select new LimitedWorker(program.Name, option, program.AutoRestart, command.Span) { Always = "write `autorestart=true`" };

    private static IEnumerable<LimitedWorker> OfUnits(Deployment deployment) =>
        from unit in deployment.Of<ServiceUnit>()
        where unit.Restart is not null
        from command in unit.Commands.SelectMany(command => command.Commands)
        let option = LimitOf(command)
        where option is not null
        select new LimitedWorker(unit.File.Name, option, unit.Restart, command.Span) { Always = "write `Restart=always`" };

    /// <summary>The option that ends the worker; null for one that stays, or that a loop starts again.</summary>
    private static string? LimitOf(ShellCommand command)
    {
        if (command.Loop is not null || command.IsBackground || command.IsConditional)
        {
            return null;
        }

        var words = command.Words.Select(word => word.Literal ?? word.Raw).ToList();
        var limits =
            command.Program == "rq" ? OfRq
            : command.Program is "php" or "artisan" or "console" ? Array.Find(Known, known => words.Contains(known.Command))
            : null;
        return limits is null || !words.Contains(limits.Command)
            ? null
            : words
                .Where((word, at) => limits.Options.Contains(word.Split('=')[0]) && !IsUnlimited(word, words.ElementAtOrDefault(at + 1)))
                .FirstOrDefault();
    }

    private static bool IsUnlimited(string word, string? next) =>
        word.EndsWith("=0", StringComparison.Ordinal) || (!word.Contains('=', StringComparison.Ordinal) && next == "0");

    /// <param name="Option">As written: <c>--max-time=3600</c>.</param>
    /// <param name="Policy">When it is started again; null where the program that runs it decides.</param>
    internal sealed record LimitedWorker(string Name, string Option, Fact<string>? Policy, SourceSpan Span)
    {
        public required string Always { get; init; }
    }

    private sealed record Limits(string Command, string[] Options);
}
