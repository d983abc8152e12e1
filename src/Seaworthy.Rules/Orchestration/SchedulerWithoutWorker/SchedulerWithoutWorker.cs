using Seaworthy.Model;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A scheduler adds tasks to a queue without a worker.</summary>
internal sealed class SchedulerWithoutWorker : Rule<SchedulerUse>
{
    public override RuleInfo Info { get; } =
        new()
        {
            Id = "orchestration/scheduler-without-worker",
            Title = "Scheduler without worker",
            Area = Area.Orchestration,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale = "The scheduler only queues tasks: they pile up, and none is ever executed.",
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
                $"{subject.Scheduler.Name} runs `{subject.Program}` without a worker in {subject.Scheduler.TargetName}. Unknown whether one runs elsewhere: {why}."
            )
            : Fail(
                    subject.Span,
                    $"{subject.Scheduler.Name} runs `{subject.Program}`, but nothing in {subject.Scheduler.TargetName} runs a worker."
                )
                .Related(subject.Scheduler.Span)
                .Remedy(
                    $"Add a workload with the same image and `celery … worker` beside {subject.Scheduler.Name} ({subject.Scheduler.Span})."
                )
                .Verify($"celery inspect active_queues   # in a container of the application: some worker must answer");
    }
}
