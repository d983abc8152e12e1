using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A queue to which tasks of a framework are sent, in a target that runs workers.</summary>
/// <param name="Queue">The queue's name.</param>
/// <param name="Span">Where a task, or a route, names it.</param>
public sealed record TaskRoute(string TargetName, string Queue, SourceSpan Span)
{
    /// <summary>The workers of the target, with the queues that each takes tasks from.</summary>
    public IReadOnlyList<TaskWorker> Workers { get; init; } = [];

    /// <summary>The option by which a worker is given queues, with a list behind it: <c>-Q </c>, <c>--queue=</c>.</summary>
    public string Option { get; init; } = "-Q ";

    /// <summary>The command that lists what workers consume; null where the library has none.</summary>
    public string? Lister { get; init; } = "celery inspect active_queues";

    /// <summary>Some program hands over a task that goes there, as far as can be seen.</summary>
    public bool IsUsed { get; init; } = true;

    public bool IsTaken => Workers.Any(worker => worker.Queues.Contains(Queue, StringComparer.Ordinal));

    /// <summary>Why one may still take them; null without a sign of that.</summary>
    public string? UndecidedBecause { get; init; }
}
