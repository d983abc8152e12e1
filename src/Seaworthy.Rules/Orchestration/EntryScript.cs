using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A shell script of the repository that is the entry point of an image.</summary>
internal static class EntryScript
{
    /// <summary>The last command of such a script, if it ignores its arguments; otherwise null.</summary>
    public static ShellCommand? Kept(Workload workload, Deployment deployment)
    {
        if (
            Find(workload, deployment) is not { } script
            || script.NamesArguments
            || script.Commands.Any(command => command.Program is "." or "source" or "eval" || Says(command, workload))
        )
        {
            return null;
        }

        return script.Commands is [.., { Function: null, IsConditional: false, Program: not null, Words.Count: > 1 } last] ? last : null;
    }

    /// <summary>Both start the same application: <c>daphne shop.asgi:application</c>, and <c>uvicorn shop.asgi:application</c>.</summary>
    public static bool HostsTheSame(ShellCommand kept, EntryArguments arguments)
    {
        var given = string.Join(' ', arguments.Words);
        return kept.Words.Any(word =>
            word.Literal is { } application
            && application.Contains(':', StringComparison.Ordinal)
            && application.Any(char.IsAsciiLetter)
            && given.Contains(application, StringComparison.Ordinal)
        );
    }

    private static ShellScript? Find(Workload workload, Deployment deployment) =>
        workload is { Image: { } image, Start: { Arguments.EntryPoint: { IsExec: true, Commands: [{ } only] } } start }
        && PathOf(only) is { } path
        && image.Final.Files.Find(path is ['/', ..] ? path : $"{start.WorkingDirectory?.TrimEnd('/')}/{path.TrimStart('.', '/')}")
            is { Presence: Presence.Present, Actual: { } source }
            ? deployment.At<ShellScript>(source)
            : null;

    private static string? PathOf(ShellCommand entry) =>
        entry.Words switch
        {
            [{ Literal: "sh" or "bash" or "/bin/sh" or "/bin/bash" }, { Literal: { } script }] => script,
            [{ Literal: { } script }] => script,
            _ => null,
        };

    /// <summary>The script contains the words of the command and starts them itself.</summary>
    private static bool Says(ShellCommand command, Workload workload) =>
        workload.Start?.Arguments is { } arguments
        && arguments.Words.Where(word => word is not ['-', ..]).All(word => command.Words.Any(other => other.Literal == word));
}
