namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>source file</c> or <c>. file</c>: the script takes another one in, or a file of variables.</summary>
public sealed record SourceCommand(ShellCommand Command, ShellWord File) : KnownCommand(Command)
{
    internal static SourceCommand? Of(CommandLine line) =>
        line.Command.Program is "source" or "." && line.Arguments is [var file, ..] ? new SourceCommand(line.Command, file) : null;
}
