using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A scheduler puts tasks into a queue that no worker empties.</summary>
internal sealed class SchedulerWithoutWorker : Rule<SchedulerUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/scheduler-without-worker",
            Title = "Scheduler whose tasks nobody does",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The scheduler only puts tasks into the queue: they pile up there, and none of them is ever done.",
            Holds = "A worker runs beside the scheduler.",
        };

    public override IReadOnlyList<Relation> Relations => [new Relation<SchedulerUse>(SchedulerLinker.Link)];

    public override IEnumerable<SchedulerUse> Subjects(Deployment deployment) =>
        deployment.All<SchedulerUse>().DistinctBy(use => new { use.Span, use.Scheduler.Name });

    protected override Subject Identify(SchedulerUse subject) => new(subject.Scheduler.Name, subject.Span);

    protected override IEnumerable<Verdict> Check(SchedulerUse subject, Deployment deployment)
    {
        if (subject.Worker is not null)
        {
            yield break;
        }

        yield return subject.UndecidedBecause is { } why
            ? Unknown(
                subject.Span,
                $"{subject.Scheduler.Name} runs {subject.Program}, and {subject.Scheduler.TargetName} no worker; whether one runs elsewhere cannot be told: {why}."
            )
            : Fail(
                    subject.Span,
                    $"{subject.Scheduler.Name} runs {subject.Program}, but nothing in {subject.Scheduler.TargetName} runs a worker: what it schedules piles up in the queue, and nobody does it."
                )
                .Related(subject.Scheduler.Span)
                .Remedy(
                    $"Add a workload with the same image and `celery … worker` beside {subject.Scheduler.Name} ({subject.Scheduler.Span})."
                )
                .Verify($"celery inspect active_queues   # in a container of the application: some worker must answer");
    }
}
