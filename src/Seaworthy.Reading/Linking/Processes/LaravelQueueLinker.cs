using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Code.Php;

namespace Seaworthy.Reading.Linking.Processes;

/// <summary>Queues to which an application of Laravel dispatches jobs, and the workers of the target.</summary>
/// <remarks>
/// Source: Laravel documentation, "Queues", "Running the Queue Worker", "Queue Priorities": a worker takes jobs from the queues of <c>--queue</c>, else from the connection's default; "Horizon", "Supervisors".
/// </remarks>
internal static class LaravelQueueLinker
{
    private const string Usual = "default";

    private const string Option = "--queue";

    // They name another default.
    private static readonly string[] Defaults = ["REDIS_QUEUE", "DB_QUEUE", "SQS_QUEUE", "BEANSTALKD_QUEUE", "RABBITMQ_QUEUE"];

    public static IReadOnlyList<TaskRoute> Link(Deployment deployment)
    {
        var named = deployment
            .Of<CodeFile>()
            .Where(file => file is { IsTest: false, Language: Language.Php })
            .SelectMany(file => file.Settings, (file, setting) => new QueueName(file, setting))
            .Where(queue => queue.Setting.Name == LaravelQueues.Named)
            .ToList();
        return named.Count == 0 ? [] : [.. deployment.Targets.SelectMany(target => Of(deployment, target, named))];
    }

    private static IEnumerable<TaskRoute> Of(Deployment deployment, Target target, List<QueueName> named)
    {
        var commands = target
            .Workloads.SelectMany(
                workload => TaskWorkers.Commands(deployment, workload),
                (workload, command) => new QueueWorker(workload, command)
            )
            .Where(worker => IsWorker(worker.Command))
            .DistinctBy(worker => new { worker.Workload.Name, worker.Command.Span })
            .ToList();
        if (commands.Count == 0)
        {
            return [];
        }

        var horizon = commands.Exists(worker => Has(worker.Command, "horizon"))
            ? deployment.Of<CodeFile>().Where(file => file.File.Path.EndsWith("config/horizon.php", StringComparison.Ordinal)).ToList()
            : null;
        List<TaskWorker> workers = [.. commands.Select(worker => Worker(worker, named, horizon)).OfType<TaskWorker>()];
        var undecided =
            target.PartialBecause
            ?? (workers.Count < commands.Count ? $"the queues of {commands[0].Workload.Name} are computed" : null)
            ?? Elsewhere(deployment);
        return named
            .Where(queue => commands.Exists(worker => worker.Workload.Components.Any(component => component.Code.Contains(queue.File))))
            .DistinctBy(queue => queue.Name)
            .Select(queue => new TaskRoute(target.Name, queue.Name, queue.Setting.Span)
            {
                Workers = workers,
                UndecidedBecause = undecided,
                Option = Option + "=",
                Lister = null,
            });
    }

    private static bool IsWorker(ShellCommand command) =>
        command.Words.Any(word => word.Literal is { } text && ImagePath.NameOf(text) == "artisan")
        && (Has(command, "queue:work") || Has(command, "queue:listen") || Has(command, "horizon"));

    private static bool Has(ShellCommand command, string verb) => command.Words.Any(word => word.Literal == verb);

    /// <summary>A worker with its queues; null when a part of its command is computed.</summary>
    private static TaskWorker? Worker(QueueWorker worker, List<QueueName> named, List<CodeFile>? horizon)
    {
        var span = worker.Command.Span;
        if (Has(worker.Command, "horizon"))
        {
            return horizon is { Count: > 0 }
                ? new TaskWorker(
                    worker.Workload,
                    [.. named.Select(queue => queue.Name).Append(Usual).Distinct().Where(name => Names(horizon, name))],
                    span
                )
                : null;
        }

        var words = worker.Command.Words.ToList();
        var at = words.FindIndex(word => word.Literal == Option);
        var list =
            at >= 0 && at + 1 < words.Count
                ? words[at + 1]
                : words.Find(word => word.Prefix.StartsWith(Option + "=", StringComparison.Ordinal))?.From(Option.Length + 1);
        return list is null
            ? words.Exists(word => word.Literal is null)
                ? null
                : new TaskWorker(worker.Workload, Default(worker.Workload), span)
            : list.Literal is { } text
                ? new TaskWorker(worker.Workload, text.Split(',', StringSplitOptions.TrimEntries), span)
                : null;
    }

    private static bool Names(List<CodeFile> configurations, string queue) =>
        configurations.Exists(file => file.File.Mentions($"'{queue}'") || file.File.Mentions($"\"{queue}\""));

    private static string[] Default(Workload workload) =>
        [workload.Supplied.FirstOrDefault(variable => Defaults.Contains(variable.Name))?.Value.Text ?? Usual];

    /// <summary>The program starts a worker by itself.</summary>
    private static string? Elsewhere(Deployment deployment) =>
        deployment
            .Of<CodeFile>()
            .Where(file => !file.IsTest && file.File.Mentions("queue:work"))
            .Select(file => $"{file.File.Path} starts a worker")
            .FirstOrDefault();

    /// <summary>A queue that a file names.</summary>
    private sealed record QueueName(CodeFile File, FrameworkSetting Setting)
    {
        public string Name => ((CodeValue.Literal)Setting.Value).Text;
    }

    private sealed record QueueWorker(Workload Workload, ShellCommand Command);
}
