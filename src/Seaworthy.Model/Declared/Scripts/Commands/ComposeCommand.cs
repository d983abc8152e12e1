namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>docker compose</c> or <c>docker-compose</c>.</summary>
/// <param name="Verb"><c>up</c>, <c>build</c>, <c>exec</c>…; empty when it is computed or absent.</param>
/// <remarks>Source: Docker documentation, "docker compose".</remarks>
public sealed record ComposeCommand(ShellCommand Command, string Verb) : KnownCommand(Command)
{
    private static readonly OptionGrammar Global = new(
        """
        -f --file -p --project-name --profile --env-file --project-directory --ansi --progress --parallel -H --host -c --context --log-level
        """
    )
    {
        EndsAtOperand = true,
    };

    private static readonly OptionGrammar PerVerb = new(
        """
        --scale -t --timeout --wait-timeout --pull --exit-code-from --attach --no-attach --build-arg --tail -n --since --until --rmi -s --signal
        --format --index -m --memory --ssh --policy -o --output --filter --status --profile --hash --progress --builder
        """
    );

    private static readonly OptionGrammar PerInner = new(
        """
        -e --env --env-from-file -u --user -w --workdir --index -v --volume -p --publish --name --entrypoint -l --label --cap-add --cap-drop --pull
        """
    )
    {
        EndsAtOperand = true,
    };

    /// <summary><c>-f</c>, in order; none means the default files of the directory.</summary>
    public IReadOnlyList<ShellWord> Files { get; init; } = [];

    public ShellWord? Project { get; init; }

    public ShellWord? ProjectDirectory { get; init; }

    public IReadOnlyList<ShellWord> Profiles { get; init; } = [];

    /// <summary>The services named after the verb.</summary>
    public IReadOnlyList<ShellWord> Services { get; init; } = [];

    /// <summary>Options of the verb: <c>--build</c>, <c>--wait</c>, <c>-d</c>, <c>--volumes</c>…</summary>
    public IReadOnlyList<CommandOption> VerbFlags { get; init; } = [];

    /// <summary>What <c>exec</c> or <c>run</c> runs in the service's container.</summary>
    public ShellCommand? Inner { get; init; }

    public bool HasFlag(params ReadOnlySpan<string> names)
    {
        foreach (var flag in VerbFlags)
        {
            if (names.Contains(flag.Name))
            {
                return true;
            }
        }

        return false;
    }

    internal static ComposeCommand? Of(CommandLine line)
    {
        IReadOnlyList<ShellWord>? words = line.Program switch
        {
            "docker-compose" or "podman-compose" => line.Arguments,
            _ => DockerPrograms.Split(line) is ("compose", var rest) ? rest : null,
        };
        if (words is null)
        {
            return null;
        }

        var global = CommandOptions.Read(words, Global);
        var verb = global[0]?.Literal ?? "";
        var isInner = verb is "exec" or "run";
        var own = CommandOptions.Read([.. global.Operands.Skip(1)], isInner ? PerInner : PerVerb);
        return new ComposeCommand(line.Command, verb)
        {
            Files = global.Values("-f", "--file"),
            Project = global.Value("-p", "--project-name"),
            ProjectDirectory = global.Value("--project-directory"),
            Profiles = global.Values("--profile"),
            Services = ServicesOf(verb, own),
            VerbFlags = own.Options,
            Inner = isInner ? line.Inner(own.Operands.Skip(1)) : null,
        };
    }

    private static IReadOnlyList<ShellWord> ServicesOf(string verb, CommandOptions own) =>
        verb switch
        {
            "exec" or "run" or "port" => own[0] is { } service ? [service] : [],
            "up"
            or "build"
            or "start"
            or "stop"
            or "restart"
            or "logs"
            or "pull"
            or "push"
            or "rm"
            or "kill"
            or "ps"
            or "create"
            or "top"
            or "pause"
            or "unpause"
            or "wait"
            or "down" => own.Operands,
            _ => [],
        };
}
