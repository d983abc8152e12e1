using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>Celery schedulers and the workers that execute their tasks.</summary>
/// <remarks>Source: Celery documentation, "Periodic Tasks": beat is a scheduler, it kicks off tasks that are then executed by available workers.</remarks>
internal static class SchedulerLinker
{
    public static IReadOnlyList<SchedulerUse> Link(Deployment deployment)
    {
        TaskWorkers workers = new(deployment, TaskFramework.Celery);
        return
        [
            .. from target in deployment.Targets
            from workload in target.Workloads
            let beat = TaskWorkers.Commands(deployment, workload).FirstOrDefault(command => TaskFramework.Celery.Runs(command, "beat"))
            where beat is not null
            select Of(workers, target, workload, workload.Start?.Span ?? beat.Span),
        ];
    }

    private static SchedulerUse Of(TaskWorkers workers, Target target, Workload scheduler, SourceSpan span)
    {
        var worker = workers.Of(target).FirstOrDefault();
        return new SchedulerUse(scheduler, "celery beat", span)
        {
            Worker = worker,
            UndecidedBecause = worker is null ? workers.MayRun(target, scheduler) : null,
        };
    }
}
