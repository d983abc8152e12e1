using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Pipelines.Programs;

/// <summary>Jobs on GitHub's own machines, and the programs they call that those machines do not bring.</summary>
internal static class RunnerProgramLinker
{
    public static IReadOnlyList<RunnerProgramUse> Link(Deployment deployment)
    {
        var jobs = Jobs(deployment).ToList();
        if (jobs.Count == 0)
        {
            return [];
        }

        CalledCommands called = new(deployment);
        LocalActions actions = new(deployment);
        var programs = Named(deployment);
        return [.. jobs.SelectMany(hosted => Of(hosted, programs, called, actions))];
    }

    /// <summary>Those that any command of the repository has for a word, or an input of an action; no other is ever called.</summary>
    private static List<AbsentProgram> Named(Deployment deployment)
    {
        var steps = deployment.WorkflowSteps.ToList();
        var commands = deployment
            .Commands.Select(site => site.Command)
            .Concat(steps.SelectMany(step => step.Run?.Commands ?? []))
            .Concat(deployment.Of<ShellScript>().SelectMany(script => script.Commands))
            .Concat(deployment.Of<TaskFile>().SelectMany(file => file.Tasks).SelectMany(task => task.Commands))
            .Concat(deployment.Of<PackageJson>().SelectMany(package => package.Scripts).SelectMany(script => script.Commands));
        var words = commands
            .SelectMany(command => command.Words)
            .Select(word => word.Literal)
            .Concat(steps.SelectMany(step => step.With).Select(input => input.Value.Literal?.Trim()))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        return [.. AbsentPrograms.All.Where(program => words.Contains(program.CargoCommand ?? program.Name))];
    }

    private static IEnumerable<LabelledJob> Jobs(Deployment deployment)
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
            select new LabelledJob($"{workflow.File.Name}: {job.Id}", [.. labels.Select(label => label.Value)], job);
    }

    private static IEnumerable<RunnerProgramUse> Of(
        LabelledJob job,
        List<AbsentProgram> programs,
        CalledCommands called,
        LocalActions actions
    )
    {
        var steps = actions.Steps(job.Job).ToList();
        foreach (var program in programs)
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

    private sealed record LabelledJob(string Name, IReadOnlyList<string> Labels, WorkflowJob Job);
}
