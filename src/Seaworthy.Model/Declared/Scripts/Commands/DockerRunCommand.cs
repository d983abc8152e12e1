namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>docker run</c> or <c>docker create</c>: one container started by hand.</summary>
/// <remarks>Source: Docker documentation, "docker container run".</remarks>
public sealed record DockerRunCommand(ShellCommand Command, ShellWord? Image) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -p --publish -e --env --env-file -v --volume --mount --name --network --net -w --workdir -u --user --entrypoint --restart -h --hostname -l
        --label --label-file -m --memory --memory-swap --cpus --add-host --platform --health-cmd --health-interval --health-retries --health-timeout
        --health-start-period --log-driver --log-opt --network-alias --link --expose --tmpfs --device --cap-add --cap-drop --gpus --ip --dns
        --ulimit --shm-size --pid --ipc --security-opt --sysctl --pull --stop-timeout --stop-signal --volumes-from --cidfile -a --attach --runtime
        --userns --cpuset-cpus -c --cpu-shares --group-add --detach-keys --isolation --mac-address --domainname --annotation
        """
    )
    {
        EndsAtOperand = true,
    };

    public ShellWord? Name { get; init; }

    public ShellWord? Network { get; init; }

    public ShellWord? Entrypoint { get; init; }

    public ShellWord? WorkingDirectory { get; init; }

    /// <summary><c>-p</c> as written: <c>8080:80</c>.</summary>
    public IReadOnlyList<ShellWord> Ports { get; init; } = [];

    public IReadOnlyList<ShellAssignment> Environment { get; init; } = [];

    /// <summary><c>--env-file</c> as written.</summary>
    public IReadOnlyList<ShellWord> EnvironmentFiles { get; init; } = [];

    /// <summary><c>-v</c> and <c>--mount</c> as written.</summary>
    public IReadOnlyList<ShellWord> Volumes { get; init; } = [];

    public ShellWord? Restart { get; init; }

    public bool IsDetached { get; init; }

    /// <summary><c>-i</c>: it hands its own standard input on.</summary>
    public bool IsInteractive { get; init; }

    /// <summary><c>--rm</c>: thrown away as soon as it ends.</summary>
    public bool IsRemoved { get; init; }

    /// <summary>What runs in the container in place of the image's command.</summary>
    public ShellCommand? Inner { get; init; }

    internal static DockerRunCommand? Of(CommandLine line)
    {
        if (DockerPrograms.Split(line) is not ("run" or "create", var rest))
        {
            return null;
        }

        var options = CommandOptions.Read(rest, Grammar);
        return new DockerRunCommand(line.Command, options[0])
        {
            Name = options.Value("--name"),
            Network = options.Value("--network", "--net"),
            Entrypoint = options.Value("--entrypoint"),
            WorkingDirectory = options.Value("-w", "--workdir"),
            Ports = options.Values("-p", "--publish"),
            Environment = DockerPrograms.Assignments(options.Values("-e", "--env")),
            EnvironmentFiles = options.Values("--env-file"),
            Volumes = options.Values("-v", "--volume", "--mount"),
            Restart = options.Value("--restart"),
            IsDetached = options.Has("-d", "--detach"),
            IsInteractive = options.IsOn("-i", "--interactive") && !options.IsOn("-d", "--detach"),
            IsRemoved = options.Has("--rm"),
            Inner = line.Inner(options.Operands.Skip(1)),
        };
    }
}
