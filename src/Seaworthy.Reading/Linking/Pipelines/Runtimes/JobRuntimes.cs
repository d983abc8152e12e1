using Seaworthy.Model;
using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known.Runtimes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Runtimes;
using Seaworthy.Reading.Linking.Platforms;
using CommandLine = Seaworthy.Model.Declared.Scripts.Commands.CommandLine;

namespace Seaworthy.Reading.Linking.Pipelines.Runtimes;

/// <summary>Jobs on GitHub's own machines, the runtimes that they have, and what the files demand that their commands read.</summary>
/// <remarks>
/// Only tools that refuse for certain: Maven and Gradle (the compiler knows no release above its own), pip for a project of the repository, Yarn 1. Poetry looks for another Python on the machine, Go fetches
/// a newer toolchain, the machines bring several .NET SDKs, npm and pnpm only warn.
/// </remarks>
internal sealed class JobRuntimes
{
    private readonly Deployment deployment;
    private readonly ManifestDemands manifests;
    private readonly JavaDemands java;
    private readonly CloneFiles clone;
    private readonly LocalActions actions;

    private JobRuntimes(Deployment deployment)
    {
        this.deployment = deployment;
        manifests = new ManifestDemands(deployment);
        java = new JavaDemands(deployment);
        clone = new CloneFiles(deployment.Tree);
        actions = new LocalActions(deployment);
    }

    public static IReadOnlyList<JobRuntime> Link(Deployment deployment)
    {
        JobRuntimes linker = new(deployment);
        var idle = deployment
            .Pipelines.SelectMany(pipeline => pipeline.Jobs)
            .Where(job => job.NeverRunsBecause is not null)
            .Select(job => job.Span)
            .ToHashSet();
        return
        [
            .. from workflow in deployment.Of<Workflow>()
            from job in workflow.Jobs
            where job is { RunsOn: not null, Container: null, ContinueOnError: null } && !idle.Contains(job.Span)
            let labels = RunnerLabels.Of(job.RunsOn, job.Matrix)
            where labels is { Count: > 0 } && labels.All(label => RunnerSelection.IsHostedLabel(label.Value))
            from found in linker.Of(workflow, job, labels)
            select found,
        ];
    }

    private IEnumerable<JobRuntime> Of(Workflow workflow, WorkflowJob job, IReadOnlyList<Fact<string>> labels)
    {
        RuntimeTrail trail = new(workflow, job, labels);
        foreach (var step in actions.Steps(job))
        {
            trail.Take(step);
            if (!trail.HasRepository || !Fails(step))
            {
                continue;
            }

            foreach (var command in step.Run?.Commands ?? [])
            {
                if (command is { MayFailUnnoticed: false, LostTo: null, IsBackground: false } && DirectoryOf(command) is { } directory)
                {
                    foreach (var found in Of(workflow, job, trail, command, directory))
                    {
                        yield return found;
                    }
                }
            }
        }
    }

    // What only some runs of a matrix do may be just those with the right version.
    private static bool Fails(WorkflowStep step) =>
        step.ContinueOnError is null
        && (
            step.If is not { } condition
            || !(condition.Raw.Contains("matrix", StringComparison.Ordinal) || condition.Raw.Contains("false", StringComparison.Ordinal))
        );

    private string? DirectoryOf(ShellCommand command) =>
        deployment.CommandsIn(command.Span.File).FirstOrDefault(site => ReferenceEquals(site.Command, command))
            is { IsAssumed: false, Directories: [var only] }
            ? only
            : null;

    private IEnumerable<JobRuntime> Of(Workflow workflow, WorkflowJob job, RuntimeTrail trail, ShellCommand command, string directory)
    {
        var line = CommandLine.Of(command);
        foreach (var held in trail.HeldBy(line.Program))
        {
            foreach (var found in Demands(command, line, directory, held))
            {
                if (VersionRange.Parse(found.Range, held.Value.Runtime) is not { } range || found.IsOnlyWarned)
                {
                    continue;
                }

                var isMet = range.Accepts(held.Value.Line);
                // One that is too new is another matter.
                if (isMet || range.Accepts(held.Value.Line with { End = long.MaxValue }))
                {
                    yield return new JobRuntime($"{workflow.File.Name}: {job.Id}", held, found.Demand, command.Span)
                    {
                        IsMet = isMet,
                        Refusal = found.Refusal,
                        Machine = trail.Machine is { } machine && held.Span == trail.MachineSpan ? machine : null,
                    };
                }
            }
        }
    }

    private IEnumerable<ManifestDemand> Demands(ShellCommand command, CommandLine line, string directory, Fact<ImageRuntime> held)
    {
        if (held.Value.Runtime == "java")
        {
            return java.Of(command, line, directory);
        }

        DockerInstruction.Run run = new(
            new Model.Declared.Dockerfiles.CommandLine(false, "", command.Span) { Commands = [command] },
            command.Span
        );
        // Yarn may be configured not to check.
        return line.Program == "yarn" && deployment.Tree.HasFile(".yarnrc")
            ? []
            : manifests.Of(new StageCommand(run, command, "/" + directory, clone), held.Value);
    }
}
