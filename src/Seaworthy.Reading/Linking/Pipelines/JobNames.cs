using Seaworthy.Model.Declared.Workflows;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>What the expressions of a job may name, noted once for all of them.</summary>
internal sealed class JobNames
{
    private readonly Dictionary<WorkflowStep, int> order = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> needs;

    public JobNames(WorkflowJob job)
    {
        foreach (var (at, step) in job.Steps.Index())
        {
            order.TryAdd(step, at);
        }

        StepIds = [.. job.Steps.Select(step => step.Id?.Value).OfType<string>()];
        NeededJobs = [.. job.Needs.Select(need => need.Value)];
        needs = NeededJobs.ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<string> StepIds { get; }

    public IReadOnlyList<string> NeededJobs { get; }

    public bool Needs(string id) => needs.Contains(id);

    /// <summary>Whether a step comes no earlier than the one that uses it.</summary>
    public bool IsNotBefore(WorkflowStep named, WorkflowStep user) => order[user] <= order[named];
}
