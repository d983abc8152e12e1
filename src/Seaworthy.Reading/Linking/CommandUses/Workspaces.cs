using System.Runtime.CompilerServices;
using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Known;
using Seaworthy.Model.Known.Actions;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Commands;
using Seaworthy.Reading.Linking.Pipelines;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>For every command of scripts, task files and jobs: the commands before it, and the files that it may find besides the repository's.</summary>
internal sealed class Workspaces
{
    private readonly Dictionary<ShellCommand, WorkspacePoint> commands = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<WorkflowStep, WorkspacePoint> steps = new(ReferenceEqualityComparer.Instance);

    private static readonly ConditionalWeakTable<IReadOnlyList<Artifact>, Workspaces> Known = [];

    private readonly ILookup<string, ShellScript> scripts;
    private readonly Lazy<ILookup<ShellCommand, CommandSite>> sites;

    private Workspaces(Deployment deployment)
    {
        scripts = deployment.Of<ShellScript>().ToLookup(script => script.File.Name, StringComparer.Ordinal);
        sites = new(() =>
            deployment.Commands.ToLookup<CommandSite, ShellCommand>(site => site.Command, ReferenceEqualityComparer.Instance)
        );
        foreach (var artifact in deployment.Artifacts)
        {
            Add(artifact, deployment);
        }

        foreach (var pipeline in deployment.Pipelines.Where(pipeline => pipeline.Declared is GitLabPipeline or CommandPipeline))
        {
            // What one job makes is handed to the next, or lies in the one workspace of all.
            Surroundings around = new();
            foreach (var job in pipeline.Jobs)
            {
                Add(around, job.Steps.SelectMany(step => step.Commands));
            }
        }
    }

    /// <summary>Several steps ask for them: they are made once for the files of an audit, when these are joined to commands and pipelines.</summary>
    public static Workspaces Of(Deployment deployment) =>
        deployment.Artifacts.Count == 0
            ? new Workspaces(deployment)
            : Known.GetValue(deployment.Artifacts, _ => new Workspaces(deployment));

    public WorkspacePoint? At(ShellCommand command) => commands.GetValueOrDefault(command);

    public WorkspacePoint? At(WorkflowStep step) => steps.GetValueOrDefault(step);

    private void Add(Artifact artifact, Deployment deployment)
    {
        switch (artifact)
        {
            case ShellScript script:
                Add(new Surroundings(), script.Commands);
                break;
            case TaskFile tasks:
                Surroundings ofTasks = new() { IsUnordered = true };
                Add(ofTasks, tasks.Tasks.SelectMany(task => task.Commands));
                break;
            case PackageJson package:
                Surroundings ofPackage = new() { IsUnordered = true };
                Add(ofPackage, package.Scripts.SelectMany(script => script.Commands));
                break;
            case CloudBuild build:
                Add(new Surroundings(), build.Steps.SelectMany(step => step.Commands));
                break;
            case CompositeAction action:
                Add(action);
                break;
            case Workflow workflow:
                var reach = JobReachability.Of(workflow);
                foreach (var job in workflow.Jobs)
                {
                    Add(job, reach[job.Id].Kind == JobReachKind.SwitchedOff);
                }

                break;
            default:
                AddPlatform(artifact, deployment);
                break;
        }
    }

    // A platform installs what the package beside asks for, and builds, before it starts anything.
    private void AddPlatform(Artifact artifact, Deployment deployment)
    {
        foreach (var service in PlatformCommands.Of(artifact, deployment.Tree).GroupBy(run => new { run.Subject, run.Directory }))
        {
            Surroundings around = new();
            var package =
                service.Key.Directory is { } directory && RepositoryPath.Join(directory, "package.json") is { } path
                    ? deployment.At<PackageJson>(path)
                    : null;
            around.Add(
                (package?.Scripts ?? [])
                    .Where(script => LifecycleScripts.BeforeStart.Contains(script.Name))
                    .SelectMany(script => script.Commands)
                    .SelectMany(CommandMakings.Of)
            );
            foreach (var run in service)
            {
                Add(around, run.Commands);
            }
        }
    }

    private void Add(WorkflowJob job, bool isSwitchedOff)
    {
        Surroundings around = new()
        {
            OtherTreeBecause = "the job does not check out the repository",
            IgnoresCase =
                job.RunsOn?.Labels.Any(label =>
                    label.Raw.Contains("windows", StringComparison.OrdinalIgnoreCase)
                    || label.Raw.Contains("macos", StringComparison.OrdinalIgnoreCase)
                ) == true,
        };
        Add(around, job.Steps, isSwitchedOff || StepConditions.MayBeLeftOut(job));
    }

    // What the steps of the calling job have made is there before the first step of an action.
    private void Add(CompositeAction action)
    {
        Surroundings around = new();
        around.Add([new Making(null, false, "the job that uses the action may create it")]);
        Add(around, action.Steps, isConditional: false);
    }

    private void Add(Surroundings around, IReadOnlyList<WorkflowStep> list, bool isConditional)
    {
        foreach (var step in list)
        {
            if (step.Uses is { } uses)
            {
                CheckOut(around, step, uses);
            }

            Add(around, step, isConditional || StepConditions.MayBeLeftOut(step));
        }
    }

    private void Add(Surroundings around, WorkflowStep step, bool isConditional)
    {
        steps[step] = new WorkspacePoint(around, around.Position, around.OtherTreeBecause) { IsConditional = isConditional };
        Add(around, step.Run?.Commands ?? [], isConditional);
        if (step.Uses is { } action)
        {
            around.Add(ActionMakings(step, action));
        }

        if (step.Run is { Commands.Count: 0 } script)
        {
            around.Add([new Making(null, false, $"{script.Span} may create it", script.Text.Raw)]);
        }
    }

    private void Add(Surroundings around, IEnumerable<ShellCommand> list, bool isConditional = false)
    {
        IReadOnlyList<ShellCommand> all = [.. list];
        var variables = ShellVariables.Of(all);
        for (var index = 0; index < all.Count; index++)
        {
            var command = all[index];
            var hasFallback =
                index + 1 < all.Count
                && all[index + 1] is { Joint: "||", Program: not ("echo" or "exit" or "return" or "printf" or "die") };
            commands[command] = new WorkspacePoint(around, around.Position, around.OtherTreeBecause)
            {
                IsConditional = isConditional || hasFallback,
            };
            around.Add(CommandMakings.Of(variables.Resolve(command)));
            around.Add(OfScripts(command));
            foreach (var test in KnownCommand.Of(command).OfType<FileTestCommand>())
            {
                around.Tested(test.Path, variables);
            }
        }
    }

    /// <summary>A script of the repository that the command starts may make what its text mentions.</summary>
    private IEnumerable<Making> OfScripts(ShellCommand command) =>
        from word in command.Words.Take(2)
        let written = word.Literal ?? ""
        where written.Length > 0
        from script in Started(command, written, [.. scripts[RepositoryPath.NameOf(written)]])
        select new Making(null, false, $"{command.Span} may create it", script.File.Text);

    /// <summary>Where the command runs, if that is known and the script is there; else each of that name: hundreds of directories of a repository may have one.</summary>
    private IReadOnlyList<ShellScript> Started(ShellCommand command, string written, IReadOnlyList<ShellScript> named)
    {
        if (named.Count > 1)
        {
            var here = sites.Value[command].SelectMany(site => site.Directories).Select(at => RepositoryPath.Join(at, written)).ToHashSet();
            if (named.Where(script => here.Contains(script.File.Path)).ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }

        var path = written.TrimStart('.', '/');
        return [.. named.Where(script => script.File.Path.EndsWith(path, StringComparison.Ordinal))];
    }

    private static void CheckOut(Surroundings around, WorkflowStep step, ActionReference uses)
    {
        if (uses.Name != "actions/checkout")
        {
            return;
        }

        var path = step.Input("path")?.Raw.Trim().TrimEnd('/') ?? "";
        var isOther = step.Input("repository") is not null || step.Input("sparse-checkout") is not null;
        var isOtherRevision = step.Input("ref") is { Literal: { Length: > 0 } };
        if (path is not ("" or "."))
        {
            around.OtherTreeBecause ??= null;
            around.Add([new Making(path[(path.LastIndexOf('/') + 1)..], false, $"{step.Span} checks it out")]);
        }
        else
        {
            around.OtherTreeBecause = isOther || isOtherRevision ? $"{step.Span} checks out other files" : null;
        }
    }

    private static IEnumerable<Making> ActionMakings(WorkflowStep step, ActionReference uses)
    {
        var because = $"{step.Span} may create it";
        if (uses.Name is "actions/checkout")
        {
            return [];
        }

        if (uses.Name is "actions/download-artifact" or "actions/cache" or "actions/cache/restore")
        {
            return step.Input("path") is { } path
                ? path
                    .Raw.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(line =>
                        line.Contains("${{", StringComparison.Ordinal)
                            ? new Making(null, true, because)
                            : new Making(RepositoryPath.NameOf(line.TrimEnd('/')), false, because)
                    )
                : [new Making(null, true, because)];
        }

        return (KnownActions.Find(uses.Name) is { } known && known.Intents.All(KeepsFiles)) || IsSetUp(uses.Name)
            ? []
            : [new Making(null, true, because)];
    }

    /// <summary>An action that puts a tool onto the runner by its name: <c>owner/setup-maven</c>.</summary>
    private static bool IsSetUp(string action) => action.Split('/') is [_, ['s', 'e', 't', 'u', 'p', '-', ..], ..];

    private static bool KeepsFiles(StepIntent intent) =>
        intent
            is StepIntent.SetUp
                or StepIntent.Checkout
                or StepIntent.Lint
                or StepIntent.Scan
                or StepIntent.Notify
                or StepIntent.BuildImage
                or StepIntent.PushImage
                or StepIntent.Test;
}
