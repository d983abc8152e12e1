using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Declared.Workflows.Evaluation;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Commands;

/// <summary>Every command that the repository writes down for people or pipelines to run; those of images are the images' own.</summary>
internal static class CommandSites
{
    public static IReadOnlyList<CommandSite> Link(Deployment deployment)
    {
        TaskIncludes includes = new(deployment);
        var others = deployment
            .Artifacts.Where(artifact => artifact is not ShellScript)
            .SelectMany(artifact =>
                artifact is TaskFile tasks ? OfTasks(tasks, Starts(includes.Root(tasks).File)) : Of(artifact, deployment.Tree)
            )
            .ToList();
        ScriptStarts starts = new(deployment, others);
        return [.. others, .. deployment.Of<ShellScript>().SelectMany(script => OfScript(script, starts))];
    }

    /// <summary>The commands of a script, where its callers start it; nobody knows where the script of an image starts, and of others there are only likely places.</summary>
    public static IEnumerable<CommandSite> OfScript(ShellScript script, ScriptStarts starts)
    {
        var known = starts.Of(script);
        var isInImage = known.Count == 0 && starts.IsInImage(script);
        var likely =
            known.Count > 0 ? known
            : isInImage ? []
            : ["", .. RepositoryPath.Ancestors(script.File.Directory).SkipLast(1)];
        return Sites(script.Commands, script.File.Path, command => OfScript(script, command, likely))
            .Select(site =>
                site with
                {
                    IsAssumed = site.IsRemote || (known.Count == 0 && site.Command.Place?.Base is null or ShellDirectoryBase.Start),
                    Directories = isInImage && !site.IsRemote ? [] : site.Directories,
                }
            );
    }

    private static IEnumerable<CommandSite> Of(Artifact artifact, RepositoryTree tree) =>
        artifact switch
        {
            Workflow workflow => workflow.Jobs.SelectMany(job => job.Steps.SelectMany(step => OfStep(workflow, job, step))),
            CompositeAction action => action.Steps.SelectMany(step => OfStep(step, action.File.Path, _ => null)),
            PackageJson package when !IsTemplate(package) => package.Scripts.SelectMany(script =>
                Sites(script.Commands, $"{package.File.Path}: {script.Name}", command => Exact(package.File.Directory, command))
            ),
            CommandPipeline pipeline => pipeline.Stages.SelectMany(stage =>
                Sites(
                    stage.Commands,
                    $"{pipeline.File.Name}: {stage.Name}",
                    // What CodeBuild and Jenkins are given may be a part of the repository, around a file that lies below its root.
                    command =>
                        pipeline.System is "codebuild" or "jenkins"
                            ?
                            [
                                .. RepositoryPath
                                    .Ancestors(pipeline.File.Directory)
                                    .Reverse()
                                    .SelectMany(directory => Exact(directory, command)),
                            ]
                            : Exact("", command)
                )
            ),
            CloudBuild build => CloudBuildSites.Of(build, tree),
            GitLabPipeline pipeline => OfJobs(pipeline),
            _ => PlatformCommands
                .Of(artifact, tree)
                .SelectMany(given =>
                    Sites(given.Commands, given.Subject, command => given.Directory is { } directory ? Exact(directory, command) : [])
                ),
        };

    /// <summary>A generator copies it to where its scripts will run.</summary>
    private static bool IsTemplate(PackageJson package) =>
        package.Name?.Value.EndsWith("-template", StringComparison.Ordinal) == true && package.File.Directory.Length > 0;

    private static IEnumerable<CommandSite> OfStep(Workflow workflow, WorkflowJob job, WorkflowStep step) =>
        OfStep(
                step,
                $"{workflow.File.Name}: {job.Id}",
                directory => JobValues.Of(directory, workflow, job, step) is [var only] ? only : null
            )
            .Select(site => site with { IsOnHostedRunner = !site.IsRemote && job.RunsOn?.IsHosted == true });

    /// <param name="value">What a text with expressions is in every run of the job; null when that is not known.</param>
    private static IEnumerable<CommandSite> OfStep(WorkflowStep step, string subject, Func<ExpressionTemplate, string?> value)
    {
        var directory =
            step.WorkingDirectory is null ? ""
            : (step.WorkingDirectory.Literal ?? value(step.WorkingDirectory)) is { } known ? RepositoryPath.Join("", known.Trim())
            : null;
        var local = Sites(step.Run?.Commands ?? [], subject, command => directory is null ? [] : Exact(directory, command));
        var remote = Sites(step.RemoteCommands, subject, OfRemote);
        return local.Concat(remote.Select(site => site with { IsRemote = true, IsAssumed = true }));
    }

    private static IEnumerable<CommandSite> OfJobs(GitLabPipeline pipeline)
    {
        GitLabDirectories directories = new(pipeline);
        return pipeline.Jobs.SelectMany(job => OfJob(pipeline, job, directories.Of(job)));
    }

    private static IEnumerable<CommandSite> OfJob(GitLabPipeline pipeline, GitLabJob job, string? start)
    {
        return Sites(
            [.. job.BeforeScript ?? [], .. job.Script ?? [], .. job.AfterScript ?? []],
            $"{pipeline.File.Name}: {job.Name}",
            // GitLab reads the one at the root; another comes from a generator, for a repository of its own.
            command =>
                start is null || (pipeline.File.Name == ".gitlab-ci.yml" && pipeline.File.Directory.Length > 0) ? [] : Exact(start, command)
        );
    }

    private static IEnumerable<CommandSite> Sites(
        IReadOnlyList<ShellCommand> commands,
        string subject,
        Func<ShellCommand, IReadOnlyList<string>> directories
    )
    {
        var variables = ShellVariables.Of(commands);
        return commands.SelectMany(command =>
            InnerSites
                .Of(variables.WithProgram(command), subject, directories, OfRemote)
                .Prepend(new CommandSite(command, subject, directories(command)) { Variables = variables })
        );
    }

    private static IReadOnlyList<string> OfScript(ShellScript script, ShellCommand command, IReadOnlyList<string> starts) =>
        command.Place switch
        {
            { Base: ShellDirectoryBase.Script } place => Joined(script.File.Directory, place.Path),
            { Base: ShellDirectoryBase.Repository } place => Joined("", place.Path),
            { } place => FromStart(starts, place.Path),
            // A function that nobody here calls runs where the script starts, unless something changes the directory.
            null => script.Commands.Any(other => other.Program is "cd" or "pushd" or "popd") ? [] : FromStart(starts, ""),
        };

    private static IReadOnlyList<string> FromStart(IReadOnlyList<string> starts, string path) =>
        [.. starts.SelectMany(start => Joined(start, path)).Distinct(StringComparer.Ordinal)];

    /// <summary>The recipes of an included file run where the one that includes it stands; a part that nothing includes is named from above, most likely from the root: <c>make -f mk/host.mk</c>.</summary>
    private static IReadOnlyList<string> Starts(SourceFile root) =>
        root.Name.EndsWith(".mk", StringComparison.Ordinal) ? [.. RepositoryPath.Ancestors(root.Directory).Reverse()] : [root.Directory];

    private static IEnumerable<CommandSite> OfTasks(TaskFile tasks, IReadOnlyList<string> starts) =>
        tasks
            .Tasks.Where(task => !task.IsOtherLanguage)
            .SelectMany(task => Sites(task.Commands, tasks.Call(task), command => OfTask(starts, task, command)));

    private static IReadOnlyList<string> OfTask(IReadOnlyList<string> starts, ScriptTask task, ShellCommand command) =>
        task.Directory is not { } directory
            ? []
            :
            [
                .. starts
                    .Select(start => RepositoryPath.Join(start, directory))
                    .OfType<string>()
                    .SelectMany(joined => Exact(joined, command))
                    .Distinct(StringComparer.Ordinal),
            ];

    /// <summary>The directory on the other machine is taken for a clone's root.</summary>
    private static IReadOnlyList<string> OfRemote(ShellCommand command) =>
        command.Place?.Path is { } path ? [RepositoryPath.IsRelative(path) ? RepositoryPath.Join("", path) ?? "" : ""] : [""];

    private static IReadOnlyList<string> Exact(string start, ShellCommand command) =>
        command.Place is not { } place ? [] : Joined(place.Base == ShellDirectoryBase.Start ? start : "", place.Path);

    private static IReadOnlyList<string> Joined(string directory, string path) =>
        RepositoryPath.Join(directory, path) is { } joined ? [joined] : [];
}
