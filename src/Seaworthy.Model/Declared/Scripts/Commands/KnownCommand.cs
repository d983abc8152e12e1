namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A command whose meaning for deployment is understood. Values stay words: literal, or with the variables they were written with.</summary>
public abstract record KnownCommand(ShellCommand Command)
{
    /// <summary>Everything a command is known to do; mostly one thing, or nothing.</summary>
    public static IReadOnlyList<KnownCommand> Of(ShellCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Understood(Recognised);
    }

    /// <summary>The command that it runs in a running container or on another machine; null for everything else.</summary>
    public ShellCommand? Carried =>
        this switch
        {
            ComposeCommand compose => compose.Inner,
            DockerExecCommand exec => exec.Inner,
            KubectlCommand kubectl => kubectl.Inner,
            RemoteCommand remote => remote.Inner,
            _ => null,
        };

    private static IReadOnlyList<KnownCommand> Recognised(ShellCommand command)
    {
        var line = CommandLine.Of(command);
        if (line.Program.Length == 0 && line.ProgramWord is null)
        {
            // Without a program only the redirection does something: `while ! </dev/tcp/db/5432; do …`.
            return PortProbeCommand.Of(line) is { } probe ? [probe] : [];
        }

        List<KnownCommand> found = [];
        foreach (var recognise in CommandRecognisers.All)
        {
            if (recognise(line) is { } known)
            {
                found.Add(known);
            }
        }

        return found;
    }
}
