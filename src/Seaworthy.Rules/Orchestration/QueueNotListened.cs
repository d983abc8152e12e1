using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Tasks are routed to queues that no worker of the target consumes: one cause for all queues.</summary>
internal sealed class QueueNotListened : Rule<IReadOnlyList<TaskRoute>>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/queue-not-listened",
            Title = "Unconsumed task queue",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The broker accepts the tasks and the workers run, but the tasks in this queue are never executed.",
            Holds = "A worker of the target consumes the queue.",
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
        var queues =
            names.Count == 1
                ? $"queue `{names[0]}`"
                : $"queues {string.Join(", ", names[..^1].Select(name => $"`{name}`"))} and `{names[^1]}`";
        if (first.UndecidedBecause is { } why)
        {
            yield return Unknown(first.Span, $"Unknown whether a worker in {first.TargetName} consumes {queues}: {why}.");
            yield break;
        }

        var listening = string.Join(
            ", ",
            first.Workers.Select(worker =>
                $"{worker.Workload.Name} consumes only {string.Join(" and ", Sorted(worker.Queues).Select(queue => $"`{queue}`"))}"
            )
        );
        var verdict = first.IsUsed
            ? Fail(first.Span, $"Tasks go to {queues}, which no worker in {first.TargetName} consumes: {listening}.")
            : Warn(
                    first.Span,
                    $"Tasks are routed to {queues}, which no worker in {first.TargetName} consumes: {listening}. Nothing sends such a task yet."
                )
                .As(Severity.Low);
        yield return verdict
            .Related(subject.Skip(1).Select(route => route.Span), "another queue without consumer")
            .Related(first.Workers.Select(worker => worker.Span), "consumes other queues")
            .Remedy(
                $"Add the queues to the worker ({first.Workers[0].Span}): `{first.Option}{string.Join(',', Sorted(first.Workers[0].Queues).Concat(names))}`."
            )
            .Verify(
                first.Lister is { } lister
                    ? (CommandText)$"{lister.Split(' ')}   # {string.Join(", ", names)} must be among them"
                    : $"git grep -nE {$"{first.Option}.*{names[0]}"} -- {first.Workers[0].Span.File.Path}   # must find the worker"
            );
    }

    private static IEnumerable<string> Sorted(IReadOnlyList<string> queues) => queues.Order(StringComparer.Ordinal);
}
