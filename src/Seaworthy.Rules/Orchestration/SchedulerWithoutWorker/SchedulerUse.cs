using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload that only schedules tasks, and the worker that executes them.</summary>
/// <param name="Program">Its program: <c>celery beat</c>.</param>
/// <param name="Span">The command.</param>
internal sealed record SchedulerUse(Workload Scheduler, string Program, SourceSpan Span)
{
    /// <summary>The worker of the same target; null if there is none.</summary>
    public Workload? Worker { get; init; }

    /// <summary>Why a worker may run elsewhere; otherwise null.</summary>
    public string? UndecidedBecause { get; init; }
}
