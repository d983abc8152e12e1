namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>ssh user@host …</c>.</summary>
/// <param name="Host">As written, with the user in front where there is one.</param>
public sealed record RemoteCommand(ShellCommand Command, ShellWord Host) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new("-b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w")
    {
        EndsAtOperand = true,
    };

    public ShellWord? Port { get; init; }

    /// <summary>What runs there, when it is words of its own; one quoted word is a script.</summary>
    public ShellCommand? Inner { get; init; }

    /// <summary>It hands its own standard input on: without <c>-n</c> and <c>-f</c>.</summary>
    public bool ReadsInput { get; init; }

    internal static RemoteCommand? Of(CommandLine line)
    {
        var start = line.Program == "sshpass" ? line.Arguments.TakeWhile(word => word.Literal != "ssh").Count() + 1 : 0;
        if (line.Program != "ssh" && (line.Program != "sshpass" || start > line.Arguments.Count))
        {
            return null;
        }

        var options = line.Options(Grammar, start);
        return options[0] is not { } host
            ? null
            : new RemoteCommand(line.Command, host)
            {
                Port = options.Value("-p"),
                Inner = line.Inner(options.Operands.Skip(1)),
                ReadsInput = !options.Has("-n", "-f"),
            };
    }
}
