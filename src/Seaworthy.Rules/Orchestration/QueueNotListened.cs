using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Tasks are routed to queues from which no worker of the target takes any: one cause, however many queues.</summary>
internal sealed class QueueNotListened : Rule<IReadOnlyList<TaskRoute>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/queue-not-listened",
            Title = "Queue that no worker listens to",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The broker takes every task, the workers run, and those of this queue are never done.",
            Holds = "A worker of the target takes tasks from the queue.",
        };

    public override IEnumerable<IReadOnlyList<TaskRoute>> Subjects(Deployment deployment) =>
        deployment
            .All<TaskRoute>()
            .GroupBy(route => new
            {
                route.TargetName,
                route.IsTaken,
                route.IsUsed,
                route.UndecidedBecause,
                route.Span.File,
            })
            .Select(alike => alike.ToList());

    protected override Subject Identify(IReadOnlyList<TaskRoute> subject) =>
        new($"{subject[0].TargetName}: {subject[0].Queue}", subject[0].Span);

    protected override IEnumerable<Verdict> Check(IReadOnlyList<TaskRoute> subject, Deployment deployment)
    {
        var first = subject[0];
        if (first.IsTaken)
        {
            yield break;
        }

        var names = subject.Select(route => route.Queue).ToList();
        var queues = names.Count == 1 ? $"the queue {names[0]}" : $"the queues {string.Join(", ", names[..^1])} and {names[^1]}";
        if (first.UndecidedBecause is { } why)
        {
            yield return Unknown(
                first.Span,
                $"Tasks go to {queues}; whether a worker of {first.TargetName} takes them cannot be told: {why}."
            );
            yield break;
        }

        var listening = string.Join(
            ", ",
            first.Workers.Select(worker => $"{worker.Workload.Name} takes from {string.Join(" and ", Sorted(worker.Queues))} only")
        );
        var verdict = first.IsUsed
            ? Fail(
                first.Span,
                $"Tasks go to {queues}, and no worker of {first.TargetName} takes them out: {listening}. They pile up, and nobody does them."
            )
            : Warn(
                    first.Span,
                    $"Tasks are to go to {queues}, and no worker of {first.TargetName} takes any out: {listening}. Nothing here hands one over yet."
                )
                .As(Severity.Low);
        yield return verdict
            .Related(subject.Skip(1).Select(route => route.Span), "so do tasks of this queue")
            .Related(first.Workers.Select(worker => worker.Span), "takes tasks from other queues")
            .Remedy(
                $"Name the queues at the worker ({first.Workers[0].Span}): `-Q {string.Join(',', Sorted(first.Workers[0].Queues).Concat(names))}`."
            )
            .Verify($"celery inspect active_queues   # {string.Join(", ", names)} must be among them");
    }

    private static IEnumerable<string> Sorted(IReadOnlyList<string> queues) => queues.Order(StringComparer.Ordinal);
}
