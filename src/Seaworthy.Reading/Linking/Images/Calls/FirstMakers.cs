using System.Collections.Concurrent;
using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Calls;

/// <summary>The first step of each job, and the first command of each text, that may put something into the workspace: whatever stands behind it stands behind one.</summary>
internal sealed class FirstMakers(Deployment deployment, Func<WorkflowStep, bool> makes, Func<ShellCommand, bool> commandMakes)
{
    private readonly ConcurrentDictionary<object, int> firstSteps = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<SourceFile, FirstCommands> firstCommands = new();
    private readonly Lazy<Steps> steps = new(() => new Steps(deployment));

    /// <summary>Before a step of a job.</summary>
    public bool IsBefore(WorkflowJob job, WorkflowStep step) =>
        IsBefore(job, steps.Value.Places.GetValueOrDefault(step)?.At ?? int.MaxValue);

    /// <summary>Before a command of a script or of a step.</summary>
    public bool IsBefore(CommandSite site)
    {
        var file = site.Span.File;
        // The stages of other systems share a workspace, or hand on what they made.
        var isOneWorkspace =
            deployment.At<CommandPipeline>(file.Path) is not null
            || deployment.At<GitLabPipeline>(file.Path) is not null
            || deployment.At<CloudBuild>(file.Path) is not null;
        var first = firstCommands.GetOrAdd(file, FirstIn);
        var start = isOneWorkspace ? first.Start : first.BySubject.GetValueOrDefault(site.Subject, int.MaxValue);
        return start < site.Span.Start
            || (steps.Value.Commands.GetValueOrDefault(site.Command) is { } place && IsBefore(place.Job, place.At));
    }

    private bool IsBefore(WorkflowJob job, int at) => firstSteps.GetOrAdd(job, _ => First(job)) < at;

    private int First(WorkflowJob job)
    {
        for (var at = 0; at < job.Steps.Count; at++)
        {
            if (makes(job.Steps[at]))
            {
                return at;
            }
        }

        return int.MaxValue;
    }

    private FirstCommands FirstIn(SourceFile file)
    {
        var making = deployment.CommandsIn(file).Where(site => commandMakes(site.Command)).ToList();
        return new FirstCommands(
            making.Select(site => site.Span.Start).DefaultIfEmpty(int.MaxValue).Min(),
            making
                .GroupBy(site => site.Subject, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Min(site => site.Span.Start), StringComparer.Ordinal)
        );
    }

    private sealed record FirstCommands(int Start, Dictionary<string, int> BySubject);

    private sealed record StepPlace(WorkflowJob Job, int At);

    /// <summary>Which step of which job each step and each command is.</summary>
    private sealed class Steps
    {
        public Steps(Deployment deployment)
        {
            foreach (var job in deployment.Of<Workflow>().SelectMany(workflow => workflow.Jobs))
            {
                foreach (var (at, step) in job.Steps.Index())
                {
                    StepPlace place = new(job, at);
                    Places.TryAdd(step, place);
                    foreach (var command in step.Run?.Commands ?? [])
                    {
                        Commands.TryAdd(command, place);
                    }
                }
            }
        }

        public Dictionary<object, StepPlace> Places { get; } = new(ReferenceEqualityComparer.Instance);

        public Dictionary<object, StepPlace> Commands { get; } = new(ReferenceEqualityComparer.Instance);
    }
}
