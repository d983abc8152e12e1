namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>A loop that asks again and again, with a pause, until something answers.</summary>
/// <param name="Probes">What it asks: HTTP, a port, a database, a container's state; none when it asks a program of its own.</param>
/// <param name="IsBounded">Gives up after a number of rounds or a time.</param>
public sealed record WaitLoop(IReadOnlyList<KnownCommand> Probes, bool IsBounded, IReadOnlyList<ShellCommand> Commands)
{
    /// <summary>The wait loops among the commands of a script, in order.</summary>
    public static IReadOnlyList<WaitLoop> FindAll(IReadOnlyList<ShellCommand> commands)
    {
        List<WaitLoop> found = [];
        List<ShellCommand> loop = [];
        foreach (var command in commands)
        {
            var begins =
                loop.Count > 0
                && (
                    command.Loop != loop[^1].Loop
                    || command.Function != loop[^1].Function
                    || (command is { IsCondition: true, Loop: "until" or "while" } && !loop[^1].IsCondition && loop[0].IsCondition)
                );
            if (command.Loop is null || begins)
            {
                Add(loop, found);
                loop = [];
            }

            if (command.Loop is not null)
            {
                loop.Add(command);
            }
        }

        Add(loop, found);
        return found;
    }

    private static void Add(List<ShellCommand> loop, List<WaitLoop> found)
    {
        if (!loop.Exists(command => command.Program == "sleep"))
        {
            return;
        }

        IReadOnlyList<KnownCommand> probes = [.. loop.SelectMany(KnownCommand.Of).Where(IsProbe)];
        if (probes.Count > 0 || EndsOnSuccess(loop))
        {
            found.Add(
                new WaitLoop(
                    probes,
                    loop[0].Loop == "for"
                        || loop.Exists(command =>
                            command.Program is "exit" or "return"
                            || command.Words.Any(word => word.Literal is "-lt" or "-le" or "-gt" or "-ge")
                        ),
                    loop
                )
            );
        }
    }

    /// <summary>A command decides when it ends: <c>until cmd; do sleep 1; done</c>, or <c>if cmd; then break; fi</c> in any loop.</summary>
    private static bool EndsOnSuccess(List<ShellCommand> loop) =>
        loop.Exists(command => command.IsCondition && command.Words.Count > 0 && !IsTest(command.Program))
        && (loop[0] is { Loop: "until", IsCondition: true } || loop.Exists(command => command.Program == "break"));

    private static bool IsTest(string program) => program is "[" or "[[" or "test" or "true" or ":" or "read";

    /// <summary>It asks something that runs for its state.</summary>
    public static bool IsProbe(KnownCommand command) =>
        command
            is HttpProbeCommand
                or PortProbeCommand
                or DatabaseCommand
                or DockerExecCommand
                or ComposeCommand { Verb: "exec" or "ps" }
                or KubectlCommand { Verb: "get" or "wait" or "rollout status" or "exec" }
        || command is DockerCommand { Verb: "inspect" or "ps" };
}
