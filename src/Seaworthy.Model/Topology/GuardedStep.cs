using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A step of a workflow that has a condition, and whether any start of the workflow fulfils it.</summary>
/// <param name="Workflow">Whose it is.</param>
/// <param name="Job">The job of the step.</param>
/// <param name="Step">The step.</param>
/// <param name="Condition">Its condition.</param>
public sealed record GuardedStep(Workflow Workflow, WorkflowJob Job, WorkflowStep Step, Condition Condition)
{
    /// <summary>Its condition is false for every event and ref by which its job may run.</summary>
    public bool NeverRuns { get; init; }

    /// <summary>Where the events are declared that exclude it.</summary>
    public IReadOnlyList<SourceSpan> Triggers { get; init; } = [];
}
