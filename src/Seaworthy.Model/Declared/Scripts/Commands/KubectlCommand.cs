namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>kubectl</c> (also <c>oc</c>).</summary>
/// <param name="Verb"><c>apply</c>, <c>set image</c>, <c>rollout status</c>…</param>
/// <remarks>Source: Kubernetes documentation, "kubectl reference".</remarks>
public sealed record KubectlCommand(ShellCommand Command, string Verb) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        """
        -f --filename -k --kustomize -n --namespace --context --kubeconfig -l --selector -o --output --timeout --for -c --container --from-file
        --from-literal --from-env-file --replicas --image --tail --since --type -p --patch --patch-file --to-revision --cluster -s --server --token
        --field-selector --grace-period --docker-server --docker-username --docker-password --docker-email --cert --key --port --target-port
        --overrides --sort-by
        """
    );

    /// <summary><c>-f</c>: files, directories or URLs.</summary>
    public IReadOnlyList<ShellWord> Files { get; init; } = [];

    /// <summary><c>-k</c>: directories of a kustomization.</summary>
    public IReadOnlyList<ShellWord> Kustomizations { get; init; } = [];

    public ShellWord? Namespace { get; init; }

    public ShellWord? Context { get; init; }

    public ShellWord? Selector { get; init; }

    /// <summary>What follows the verb: <c>deployment/api</c>, <c>secret api-secrets</c>, <c>api=image:tag</c>.</summary>
    public IReadOnlyList<ShellWord> Arguments { get; init; } = [];

    public IReadOnlyList<CommandOption> Options { get; init; } = [];

    /// <summary><c>set image deployment/x container=image</c>.</summary>
    public IReadOnlyList<ShellAssignment> Images { get; init; } = [];

    /// <summary>What <c>exec</c> runs in the pod.</summary>
    public ShellCommand? Inner { get; init; }

    internal static KubectlCommand? Of(CommandLine line)
    {
        if (line.Program is not ("kubectl" or "oc" or "microk8s.kubectl"))
        {
            return null;
        }

        var options = line.Options(Grammar);
        var first = options[0]?.Literal ?? "";
        var isGroup = first is "set" or "rollout" or "config" or "create" or "auth";
        var verb = isGroup && options[1]?.Literal is { } second ? $"{first} {second}" : first;
        IReadOnlyList<ShellWord> arguments = [.. options.Operands.Skip(isGroup ? 2 : 1)];
        return new KubectlCommand(line.Command, verb)
        {
            Files = options.Values("-f", "--filename"),
            Kustomizations = options.Values("-k", "--kustomize"),
            Namespace = options.Value("-n", "--namespace"),
            Context = options.Value("--context"),
            Selector = options.Value("-l", "--selector"),
            Arguments = arguments,
            Options = options.Options,
            Images =
                verb == "set image"
                    ? DockerPrograms.Assignments([.. arguments.Where(word => word.Prefix.Contains('=', StringComparison.Ordinal))])
                    : [],
            Inner = verb == "exec" ? Started(line) : null,
        };
    }

    /// <summary>Behind <c>--</c>.</summary>
    private static ShellCommand? Started(CommandLine line)
    {
        var dashes = line.Arguments.Select((word, index) => new { word, index }).FirstOrDefault(pair => pair.word.Literal == "--");
        return dashes is null ? null : line.Inner(line.Arguments.Skip(dashes.index + 1));
    }
}
