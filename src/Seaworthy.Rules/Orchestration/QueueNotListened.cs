using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Tasks are routed to a queue from which no worker of the target takes any.</summary>
internal sealed class QueueNotListened : Rule<TaskRoute>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/queue-not-listened",
            Title = "Queue that no worker listens to",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Rationale = "The broker takes every task, the workers run, and those of this queue are never done.",
            Holds = "A worker of the target takes tasks from the queue.",
        };

    public override IEnumerable<TaskRoute> Subjects(Deployment deployment) => deployment.TaskRoutes;

    protected override Subject Identify(TaskRoute subject) => new($"{subject.TargetName}: {subject.Queue}", subject.Span);

    protected override IEnumerable<Verdict> Check(TaskRoute subject, Deployment deployment)
    {
        if (subject.IsTaken)
        {
            yield break;
        }

        if (subject.UndecidedBecause is { } why)
        {
            yield return Unknown(
                subject.Span,
                $"Tasks go to the queue {subject.Queue}; whether a worker of {subject.TargetName} takes them cannot be told: {why}."
            );
            yield break;
        }

        var listening = string.Join(
            ", ",
            subject.Workers.Select(worker => $"{worker.Workload.Name} from {string.Join(" and ", worker.Queues.Order(StringComparer.Ordinal))}")
        );
        yield return Fail(
                subject.Span,
                $"Tasks go to the queue {subject.Queue}, and no worker of {subject.TargetName} takes them out: {listening}. They pile up, and nobody does them."
            )
            .Related([.. subject.Workers.Select(worker => worker.Span)], "takes tasks from other queues")
            .Remedy(
                $"Add {subject.Queue} to the queues of a worker: `-Q {string.Join(',', subject.Workers[0].Queues.Order(StringComparer.Ordinal))},{subject.Queue}` ({subject.Workers[0].Span})."
            )
            .Verify($"celery inspect active_queues   # {subject.Queue} must be among them");
    }
}
