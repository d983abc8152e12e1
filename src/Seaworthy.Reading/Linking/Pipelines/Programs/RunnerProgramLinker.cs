using Seaworthy.Model;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Programs;

/// <summary>Jobs on GitHub's own machines, and the programs they call that those machines do not bring.</summary>
internal static class RunnerProgramLinker
{
    private const int MostDepth = 4;

    public static IReadOnlyList<RunnerProgramUse> Link(Deployment deployment)
    {
        var jobs = Jobs(deployment).ToList();
        if (jobs.Count == 0)
        {
            return [];
        }

        CalledCommands called = new(deployment);
        var actions = deployment.Of<CompositeAction>().ToDictionary(action => action.File.Directory, StringComparer.Ordinal);
        return [.. jobs.SelectMany(hosted => Of(hosted, called, actions))];
    }

    private static IEnumerable<HostedJob> Jobs(Deployment deployment)
    {
        var idle = deployment
            .Pipelines.SelectMany(pipeline => pipeline.Jobs)
            .Where(job => job.NeverRunsBecause is not null)
            .Select(job => job.Span)
            .ToHashSet();
        return from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            where job is { RunsOn: { Group: null, Labels.Count: 1 }, Container: null } && !idle.Contains(job.Span)
            where job.ContinueOnError?.Literal is not "true"
            let labels = RunnerLabels.Of(job.RunsOn, job.Matrix)
            where labels is { Count: > 0 } && labels.All(label => AbsentPrograms.IsKnownMachine(label.Value))
            select new HostedJob($"{workflow.File.Name}: {job.Id}", [.. labels.Select(label => label.Value)], job.Steps);
    }

    private static IEnumerable<RunnerProgramUse> Of(
        HostedJob job,
        CalledCommands called,
        IReadOnlyDictionary<string, CompositeAction> actions
    )
    {
        var steps = job.Steps.SelectMany(step => Inside(step, actions, 0)).ToList();
        foreach (var program in AbsentPrograms.All)
        {
            if (job.Labels.FirstOrDefault(label => AbsentPrograms.Find(program.Name, label) is not null) is not { } machine)
            {
                continue;
            }

            ProgramTrail trail = new(program, job.Name, machine, called);
            steps.ForEach(trail.Take);
            if (trail.Use is { } use)
            {
                yield return use;
            }
        }
    }

    /// <summary>The steps of an action of this repository stand in for the step that uses it.</summary>
    private static IEnumerable<WorkflowStep> Inside(WorkflowStep step, IReadOnlyDictionary<string, CompositeAction> actions, int depth) =>
        step.Uses is { Kind: ActionReferenceKind.Local } uses
        && depth < MostDepth
        && actions.TryGetValue(uses.Path, out var action)
        && action.Steps.Count > 0
            ? action.Steps.SelectMany(inner => Inside(step.If is null ? inner : inner with { If = step.If }, actions, depth + 1))
            : [step];

    private sealed record HostedJob(string Name, IReadOnlyList<string> Labels, IReadOnlyList<WorkflowStep> Steps);
}
