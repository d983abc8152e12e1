namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary><c>helm install</c>, <c>upgrade</c>, <c>template</c>, <c>lint</c>, <c>rollback</c>…</summary>
/// <remarks>Source: Helm documentation, "helm upgrade"; helm-secrets, "Usage": <c>helm secrets upgrade</c> decrypts the files of values first.</remarks>
public sealed record HelmCommand(ShellCommand Command, string Verb) : KnownCommand(Command)
{
    private const string EncryptedScheme = "secrets://";

    private static readonly OptionGrammar Grammar = new(
        """
        -f --values --set --set-string --set-file --set-json -n --namespace --version --repo --timeout --kube-context --kubeconfig --history-max
        --description -o --output --post-renderer --username --password --ca-file -d --destination --app-version -l --labels
        -a --api-versions --kube-version --show-only -s --name-template --keyring
        """
    );

    public ShellWord? Release { get; init; }

    /// <summary>A path, a <c>repository/name</c>, or a URL.</summary>
    public ShellWord? Chart { get; init; }

    public IReadOnlyList<ShellWord> ValuesFiles { get; init; } = [];

    /// <summary><c>--set a.b=c</c>, with the path as name.</summary>
    public IReadOnlyList<ShellAssignment> Values { get; init; } = [];

    public ShellWord? Namespace { get; init; }

    public ShellWord? Version { get; init; }

    /// <summary>Waits for the workloads to become ready.</summary>
    public bool Waits { get; init; }

    /// <summary>Rolls back by itself when the upgrade fails.</summary>
    public bool RollsBack { get; init; }

    /// <summary>Its chart is in a directory of the repository: the path that it names, from wherever it runs.</summary>
    public bool TakesChartIn(string directory) =>
        Chart?.Literal?.Trim('.', '/') is { Length: > 0 } named
        && (directory == named || directory.EndsWith("/" + named, StringComparison.Ordinal));

    internal static HelmCommand? Of(CommandLine line)
    {
        if (line.Program != "helm")
        {
            return null;
        }

        var options = line.Options(Grammar, line.Verb == "secrets" ? 1 : 0);
        var verb = options[0]?.Literal ?? "";
        var chartOnly =
            verb is "lint" or "package" or "dependency" or "dep" or "pull" or "push" or "show"
            || options.Has("--generate-name", "-g")
            || (verb == "template" && options.Operands.Count == 2);
        var chartIndex =
            verb is "dependency" or "dep" or "show" ? 2
            : chartOnly ? 1
            : 2;
        return new HelmCommand(line.Command, verb)
        {
            Release = chartOnly ? null : options[1],
            Chart = verb is "install" or "upgrade" or "template" || chartOnly ? options[chartIndex] : null,
            ValuesFiles = [.. options.Values("-f", "--values").Select(Encrypted)],
            Values = DockerPrograms.Assignments(options.Values("--set", "--set-string", "--set-file", "--set-json")),
            Namespace = options.Value("-n", "--namespace"),
            Version = options.Value("--version"),
            Waits = options.Has("--wait", "--atomic"),
            RollsBack = options.Has("--atomic", "--rollback-on-failure"),
        };
    }

    /// <summary>The path behind <c>secrets://</c>.</summary>
    private static ShellWord Encrypted(ShellWord file) =>
        file.Prefix.StartsWith(EncryptedScheme, StringComparison.Ordinal) ? file.From(EncryptedScheme.Length) : file;
}
