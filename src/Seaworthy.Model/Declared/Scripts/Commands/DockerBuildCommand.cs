namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>docker build</c>, also as <c>docker buildx build</c>, <c>podman build</c>, <c>buildah bud</c>; <c>gcloud builds submit --tag</c> and <c>az acr build</c>, which build elsewhere.</summary>
/// <param name="Context">The build context: a directory, a URL, or <c>-</c>; null when the command lacks it.</param>
/// <remarks>Sources: Docker documentation, "docker buildx build"; Google Cloud CLI, "gcloud builds submit"; Azure CLI, "az acr build".</remarks>
public sealed record DockerBuildCommand(ShellCommand Command, ShellWord? Context) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -f --file -t --tag --target --build-arg --build-context --platform --cache-from --cache-to --secret --ssh --label --network --progress -o
        --output --iidfile --metadata-file --builder --add-host --memory -m --shm-size --ulimit --cgroup-parent --provenance --sbom --attest
        --annotation --allow --no-cache-filter --isolation --cpu-shares -c --cpuset-cpus --format --storage-opt --security-opt
        """
    );

    private static readonly OptionGrammar ElsewhereGrammar = new(
        """
        -t --tag --image -f --file --config --substitutions --region --project --timeout --machine-type --gcs-log-dir --gcs-source-staging-dir
        --ignore-file --git-source-dir --git-source-revision --service-account --worker-pool --disk-size -r --registry -g --resource-group --platform
        --build-arg --target --agent-pool --log-template --subscription -o --output --account --impersonate-service-account --verbosity --format
        """
    );

    /// <summary>The Dockerfile, when named: relative to where the command runs, not to the context.</summary>
    public ShellWord? File { get; init; }

    public ShellWord? Target { get; init; }

    public IReadOnlyList<ShellWord> Tags { get; init; } = [];

    public IReadOnlyList<ShellAssignment> BuildArguments { get; init; } = [];

    /// <summary><c>--build-context name=place</c>: further contexts for <c>COPY --from</c>.</summary>
    public IReadOnlyList<ShellAssignment> BuildContexts { get; init; } = [];

    public bool Pushes { get; init; }

    /// <summary>Nothing names, loads, pushes or writes down the result: the build is a check, or fills the cache.</summary>
    public bool KeepsNothing { get; init; }

    internal static DockerBuildCommand? Of(CommandLine line)
    {
        if (Elsewhere(line) is { } elsewhere)
        {
            return elsewhere;
        }

        if (DockerPrograms.Split(line) is not ({ } verb, var rest) || !(verb is "build" or "bud" || (verb == "b" && line.Verb == "buildx")))
        {
            return null;
        }

        var options = CommandOptions.Read(rest, Grammar);
        // "-t shop: web .", with a blank too many: Docker stops at the name, and what was to be built is not the next word.
        if (options.Values("-t", "--tag").Any(tag => tag.Literal is [.., ':']))
        {
            return null;
        }

        return new DockerBuildCommand(line.Command, options[0])
        {
            File = options.Value("-f", "--file"),
            Target = options.Value("--target"),
            Tags = options.Values("-t", "--tag"),
            BuildArguments = DockerPrograms.Assignments(options.Values("--build-arg")),
            BuildContexts = DockerPrograms.Assignments(options.Values("--build-context")),
            Pushes = options.Has("--push"),
            KeepsNothing = !options.Has(
                "-t",
                "--tag",
                "--push",
                "--load",
                "--output",
                "-o",
                "--iidfile",
                "-q",
                "--quiet",
                "--metadata-file"
            ),
        };
    }

    /// <summary>A build that a service does and keeps; without a directory, of the one where the command runs.</summary>
    private static DockerBuildCommand? Elsewhere(CommandLine line)
    {
        var skip = line switch
        {
            { Program: "gcloud", Arguments: [{ Literal: "builds" }, { Literal: "submit" }, ..] } => 2,
            { Program: "az", Arguments: [{ Literal: "acr" }, { Literal: "build" }, ..] } => 2,
            _ => 0,
        };
        if (skip == 0)
        {
            return null;
        }

        var options = line.Options(ElsewhereGrammar, skip);
        var tags = options.Values("-t", "--tag", "--image");
        // Relative to the directory that is sent, where Docker's is relative to where the command runs.
        var file = options.Value("-f", "--file");
        var isHere = options[0]?.Literal is null or "." or "./";
        return tags.Count == 0 || (file is not null && !isHere && file.Literal != "Dockerfile")
            ? null
            : new DockerBuildCommand(
                line.Command,
                options[0] ?? new ShellWord(".", [new ShellPart(ShellPartKind.Literal, ".")], line.Command.Span) { Literal = "." }
            )
            {
                File = isHere ? file : null,
                Target = options.Value("--target"),
                Tags = tags,
                BuildArguments = DockerPrograms.Assignments(options.Values("--build-arg")),
                Pushes = true,
            };
    }
}
