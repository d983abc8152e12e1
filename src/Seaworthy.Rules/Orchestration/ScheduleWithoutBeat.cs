using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>The code schedules tasks with Celery, and its target runs workers but no <c>celery beat</c>.</summary>
/// <remarks>Source: Celery documentation, "Periodic Tasks", "Starting the Scheduler": beat sends the tasks; <c>-B</c> embeds it into a worker.</remarks>
internal sealed class ScheduleWithoutBeat : Rule<ScheduleWithoutBeat.Schedule>
{
    private const string Entry = "celery.beat.";

    private static readonly TargetKind[] Kinds =
    [
        TargetKind.Compose,
        TargetKind.Railway,
        TargetKind.Render,
        TargetKind.Procfile,
        TargetKind.Heroku,
        TargetKind.Fly,
        TargetKind.Kubernetes,
    ];

    // What a workload is called that may schedule, and programs that start others.
    private static readonly string[] Words = ["beat", "sched", "cron", "clock", "periodic"];
    private static readonly string[] Starters = ["supervisord", "honcho", "circusd", "s6-svscan", "runsvdir", "overmind"];

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/schedule-without-beat",
            Title = "Missing Celery beat",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "Workers only execute what somebody sends. Without beat no scheduled task is ever sent, and nothing reports an error.",
            Holds = "A process of the target runs `celery beat`.",
        };

    public override IEnumerable<Schedule> Subjects(Deployment deployment) =>
        // Services of one platform are often one file each.
        deployment
            .Targets.Where(target => Kinds.Contains(target.Kind) && target.Environment is not TargetEnvironment.Test)
            .GroupBy(target => target.Kind == TargetKind.Compose ? target.Name : target.Kind.ToString(), StringComparer.Ordinal)
            .Select(together => Of(deployment, [.. together]))
            .OfType<Schedule>();

    protected override Subject Identify(Schedule subject) => new(subject.Worker.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(Schedule subject, Deployment deployment)
    {
        if (subject.IsSent)
        {
            yield break;
        }

        var message =
            $"{subject.Span.File.Path} schedules `{subject.Task}`, but {subject.Worker.TargetName} runs only `celery worker`: no process sends scheduled tasks";
        yield return subject.UndecidedBecause is { } why
            ? Unknown(subject.Span, $"{message}, as far as it is read: {why}.")
            : LikelyFail(subject.Span, $"{message}.")
                .Related(subject.Command, "a worker without -B")
                .Remedy(
                    $"Add a workload that starts `celery … beat` beside {subject.Worker.Name} ({subject.Command}), or the option `-B` where only one worker runs."
                )
                .Verify($"git grep -nE {"celery .*( beat| -B|--beat)"}   # must find the command of the target");
    }

    private static Schedule? Of(Deployment deployment, IReadOnlyList<Target> targets)
    {
        var started = targets
            .SelectMany(target => target.Workloads)
            .Select(workload => new Started(workload, [.. TaskWorkers.Commands(deployment, workload)]))
            .ToList();
        foreach (var worker in started)
        {
            if (
                worker.Commands.FirstOrDefault(command => TaskFramework.Celery.Runs(command, "worker")) is { } command
                && EntryOf(worker.Workload) is { Value: CodeValue.Literal { Text: var task } } entry
            )
            {
                return new Schedule(worker.Workload, task, entry.Span, worker.Workload.Start?.Span ?? command.Span)
                {
                    IsSent = started.Exists(each => each.Commands.Any(Sends)),
                    UndecidedBecause =
                        targets.Select(target => target.PartialBecause).FirstOrDefault(why => why is not null)
                        ?? started.Where(each => MaySend(deployment, each)).Select(each => $"{each.Workload.Name} may").FirstOrDefault(),
                };
            }
        }

        return null;
    }

    private static bool Sends(ShellCommand command) =>
        TaskFramework.Celery.Runs(command)
        && command.Words.Any(word =>
            word.Literal is "beat" or "--beat" or "-B" || (word.Literal is ['-', not '-', ..] && word.HasFlag('B'))
        );

    private static bool MaySend(Deployment deployment, Started started) =>
        Words.Any(word => started.Workload.Name.Contains(word, StringComparison.OrdinalIgnoreCase))
        || started.Commands.Any(command =>
            Starters.Contains(command.Program)
            || command.Words.Any(word => word.Literal is { } text && Starters.Contains(ImagePath.NameOf(text)))
        )
        || (started.Workload.Public is null && deployment.StartupOf(started.Workload) is not { UnknownBecause: null });

    private static FrameworkSetting? EntryOf(Workload workload) =>
        workload
            .Components.SelectMany(component => component.Code)
            .Where(file => !file.IsTest)
            .SelectMany(file => file.Settings)
            .FirstOrDefault(setting => setting.Name.StartsWith(Entry, StringComparison.Ordinal) && setting.Value is CodeValue.Literal);

    /// <param name="Worker">A workload that runs a worker of the code.</param>
    /// <param name="Task">The first scheduled task.</param>
    /// <param name="Span">Its entry.</param>
    internal sealed record Schedule(Workload Worker, string Task, SourceSpan Span, SourceSpan Command)
    {
        public bool IsSent { get; init; }

        public string? UndecidedBecause { get; init; }
    }

    private sealed record Started(Workload Workload, IReadOnlyList<ShellCommand> Commands);
}
