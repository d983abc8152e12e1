using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>Workflows to pipelines, with the actions and workflows of this repository that they call in place of the calls.</summary>
internal sealed class WorkflowPipelines
{
    // Calls inside calls multiply; no real job comes near these.
    private const int MaximumDepth = 4;
    private const int MaximumSteps = 2_000;

    private readonly Dictionary<string, Workflow> workflows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CompositeAction> actions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<PipelineStep>> calledSteps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<WorkflowStep>> actionSteps = new(StringComparer.Ordinal);

    public WorkflowPipelines(Deployment deployment)
    {
        foreach (var workflow in deployment.Of<Workflow>())
        {
            workflows[workflow.File.Path] = workflow;
        }

        foreach (var action in deployment.Of<CompositeAction>())
        {
            actions[action.File.Directory] = action;
        }
    }

    public Pipeline Pipeline(Workflow workflow)
    {
        var reach = JobReachability.Of(workflow);
        BranchStarts starts = new(workflow);
        return new Pipeline(
            workflow.Name?.Value ?? workflow.File.Name,
            workflow,
            [.. workflow.Jobs.Select(job => Job(job, reach[job.Id]) with { AnyBranchAt = starts.Of(job) })]
        )
        {
            SwitchedOffAt = CommentedEvents.FirstIn(workflow.File),
        };
    }

    private PipelineJob Job(WorkflowJob job, JobReach reach) =>
        new(job.Id, [.. job.Needs.Select(need => need.Value)], StepsOf(job, 0), job.Span)
        {
            NeverRunsBecause = reach.Reason is { } reason
                ? new Fact<string>(reason, reach.Places.Count > 0 ? reach.Places[0] : job.Span)
                : null,
            NeverRunsPlaces = reach.Places,
            NeverRunsByNeed = reach.IsInherited,
            SkippedBecause = reach.ButNever is { Reason: { } skipped } but ? new Fact<string>(skipped, but.Places[0]) : null,
            SkippedPlaces = reach.ButNever?.Places ?? [],
            DeploysTo = job.DeploysTo is { Name.Literal: { } name } place ? new Fact<string>(name, place.Name.Span) : null,
        };

    // A job that calls a workflow of this repository does what the called jobs do.
    private IReadOnlyList<PipelineStep> StepsOf(WorkflowJob job, int depth)
    {
        if (job.Uses is not { Kind: ActionReferenceKind.Local } uses || depth >= MaximumDepth)
        {
            return PipelineSteps.Of(job, action => Inside(action, 0));
        }

        if (calledSteps.TryGetValue(uses.Path, out var known))
        {
            return known;
        }

        if (!workflows.TryGetValue(uses.Path, out var called))
        {
            return [];
        }

        IReadOnlyList<PipelineStep> steps = [.. called.Jobs.SelectMany(inner => StepsOf(inner, depth + 1)).Take(MaximumSteps)];
        return calledSteps[uses.Path] = steps;
    }

    private IReadOnlyList<WorkflowStep> Inside(ActionReference uses, int depth)
    {
        if (actionSteps.TryGetValue(uses.Path, out var known))
        {
            return known;
        }

        if (depth >= MaximumDepth || !actions.TryGetValue(uses.Path, out var action))
        {
            return [];
        }

        IReadOnlyList<WorkflowStep> steps = [.. action.Steps.SelectMany(step => Inside(step, depth + 1)).Take(MaximumSteps)];
        return actionSteps[uses.Path] = steps;
    }

    private IReadOnlyList<WorkflowStep> Inside(WorkflowStep step, int depth) =>
        step.Uses is { Kind: ActionReferenceKind.Local } nested && Inside(nested, depth) is { Count: > 0 } steps ? steps : [step];
}
