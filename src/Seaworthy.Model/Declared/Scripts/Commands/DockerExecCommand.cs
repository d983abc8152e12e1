namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>docker exec</c>: a command inside a running container.</summary>
public sealed record DockerExecCommand(ShellCommand Command, ShellWord Container, ShellCommand? Inner) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new("-e --env --env-file -u --user -w --workdir --detach-keys")
    {
        EndsAtOperand = true,
    };

    /// <summary><c>-i</c>: it hands its own standard input on.</summary>
    public bool IsInteractive { get; init; }

    internal static DockerExecCommand? Of(CommandLine line)
    {
        if (DockerPrograms.Split(line) is not ("exec", var rest))
        {
            return null;
        }

        var options = CommandOptions.Read(rest, Grammar);
        return options[0] is { } container
            ? new DockerExecCommand(line.Command, container, line.Inner(options.Operands.Skip(1)))
            {
                IsInteractive = options.IsOn("-i", "--interactive") && !options.IsOn("-d", "--detach"),
            }
            : null;
    }
}
