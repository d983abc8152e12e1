using Seaworthy.Model.Declared.Dockerfiles;
using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Model.Topology;

/// <summary>One command of a RUN instruction: its directory, and the files of the stage just before it.</summary>
/// <param name="Directory">Null when unknown.</param>
public sealed record StageCommand(DockerInstruction.Run Run, ShellCommand Command, string? Directory, ImageFiles Before)
{
    /// <summary>Its place among the commands of the stage.</summary>
    public int Number { get; init; }

    /// <summary>The build ends when the command fails: it runs in any case, nothing swallows its failure, and the shell does not simply go on to a next command.</summary>
    public bool IsDemanded => !Command.MayFailUnnoticed && (!Run.Command.IsFollowed(Command) || Run.Command.EndsOnFailure);
}
