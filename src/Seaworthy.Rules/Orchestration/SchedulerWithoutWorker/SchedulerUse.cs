using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A workload that only puts tasks into a queue at their time, and who takes them out.</summary>
/// <param name="Program">What it runs: <c>celery beat</c>.</param>
/// <param name="Span">The command.</param>
internal sealed record SchedulerUse(Workload Scheduler, string Program, SourceSpan Span)
{
    /// <summary>The worker of the same target; null when there is none.</summary>
    public Workload? Worker { get; init; }

    /// <summary>Why a worker may run all the same; null when nothing speaks for one.</summary>
    public string? UndecidedBecause { get; init; }
}
