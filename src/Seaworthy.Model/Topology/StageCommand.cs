using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>One command of a RUN instruction: where it runs, and what the stage holds just before it.</summary>
/// <param name="Directory">Null when it cannot be told.</param>
public sealed record StageCommand(DockerInstruction.Run Run, ShellCommand Command, string? Directory, ImageFiles Before)
{
    /// <summary>The build ends when the command fails: it runs in any case, nothing swallows its failure, and the shell does not simply go on to a next command.</summary>
    public bool IsDemanded => !Command.MayFailUnnoticed && (!IsFollowed || Run.Command.Commands.Any(EndsOnFailure));

    // "a && b; c" goes on with c, whatever became of a.
    private bool IsFollowed =>
        Run
            .Command.Commands.SkipWhile(command => !ReferenceEquals(command, Command))
            .Skip(1)
            .SkipWhile(command => command.Joint == "&&")
            .FirstOrDefault()
            is { Joint: ";" };

    private static bool EndsOnFailure(ShellCommand command) =>
        command.Words is [{ Literal: "set" }, ..]
        && command.Words.Skip(1).Any(word => word.Literal is ['-', ..] and var flags && flags.Contains('e'));
}
