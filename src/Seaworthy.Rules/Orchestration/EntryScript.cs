using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Orchestration;

/// <summary>A shell script of the repository that an image has for its entry point.</summary>
internal static class EntryScript
{
    /// <summary>The command with which such a script ends, whatever words it is given; null where it may look at them.</summary>
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

    /// <summary>Both name one application: <c>daphne shop.asgi:application</c>, and <c>uvicorn shop.asgi:application</c>.</summary>
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

    /// <summary>The script has the words of the command itself, and starts them by another sign.</summary>
    private static bool Says(ShellCommand command, Workload workload) =>
        workload.Start?.Arguments is { } arguments
        && arguments.Words.Where(word => word is not ['-', ..]).All(word => command.Words.Any(other => other.Literal == word));
}
