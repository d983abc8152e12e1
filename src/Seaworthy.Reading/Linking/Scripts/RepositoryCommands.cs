using Seaworthy.Model;
using Seaworthy.Model.Declared.GitLab;
using Seaworthy.Model.Declared.Pipelines;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Scripts;

/// <summary>Every shell command of the repository's scripts, task files and pipelines, with the directory from which it most likely starts.</summary>
internal static class RepositoryCommands
{
    public static IEnumerable<(ShellCommand Command, string? Directory)> Of(Deployment deployment) =>
        [
            .. deployment.Of<ShellScript>().SelectMany(script => script.Commands.Select(command => (command, command.Directory))),
            .. deployment
                .Of<TaskFile>()
                .SelectMany(file =>
                    file.Tasks.SelectMany(task =>
                        task.Commands.Select(command => (command, Below(file.File.Directory, task.Directory, command.Directory)))
                    )
                ),
            .. deployment
                .Of<Workflow>()
                .SelectMany(workflow => workflow.Jobs)
                .SelectMany(job => job.Steps)
                .SelectMany(step =>
                    (step.Run?.Commands ?? []).Select(command =>
                        (command, Below("", step.WorkingDirectory is null ? "" : step.WorkingDirectory.Literal, command.Directory))
                    )
                ),
            .. deployment
                .Of<CommandPipeline>()
                .SelectMany(pipeline => pipeline.Stages)
                .SelectMany(stage => stage.Commands)
                .Select(command => (command, command.Directory)),
            .. deployment
                .Of<GitLabPipeline>()
                .SelectMany(pipeline => pipeline.Jobs)
                .SelectMany(job => (job.BeforeScript ?? []).Concat(job.Script ?? []).Concat(job.AfterScript ?? []))
                .Select(command => (command, command.Directory)),
        ];

    private static string? Below(string start, string? directory, string? command) =>
        directory is null || command is null || RepositoryPath.Join(start, directory) is not { } from
            ? null
            : RepositoryPath.Join(from, command);
}
