namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The installation of system packages or of tools and libraries: <c>apt-get install</c>, <c>apk add</c>, <c>pip install -r</c>, <c>go install</c>…</summary>
public sealed record PackageInstallCommand(ShellCommand Command, string Manager, IReadOnlyList<ShellWord> Packages) : KnownCommand(Command)
{
    private static readonly OptionGrammar System = new(
        """
        -t --target-release -o --option --repository -X --virtual -c --installroot --releasever --setopt --enablerepo -p --root
        """
    );
    private static readonly OptionGrammar Python = new(
        """
        -r --requirement -c --constraint -e --editable -i --index-url --extra-index-url -f --find-links -t --target --trusted-host --prefix --root
        --platform --python-version --only-binary --no-binary --timeout --retries --cache-dir --python -p --progress-bar --build-option --src
        --no-deps-for
        """
    );
    private static readonly OptionGrammar Other = new(
        """
        --version -v --root --git --path --features --tag --branch --rev --index --registry -i --install-dir -F --bin -j --target
        """
    );

    /// <summary><c>-r requirements.txt</c>.</summary>
    public IReadOnlyList<ShellWord> RequirementFiles { get; init; } = [];

    public IReadOnlyList<ShellWord> ConstraintFiles { get; init; } = [];

    /// <summary>Directories of the repository that are installed: <c>pip install -e .</c>, <c>cargo install --path .</c>.</summary>
    public IReadOnlyList<ShellWord> Directories { get; init; } = [];

    /// <summary>The directory of its own that takes the packages: <c>pip install --target package</c>.</summary>
    public ShellWord? Target { get; init; }

    internal static PackageInstallCommand? Of(CommandLine line) =>
        line.Program switch
        {
            "apt-get" or "apt" or "aptitude" or "yum" or "dnf" or "microdnf" or "zypper" or "tdnf" or "brew" or "snap" or "pacman" =>
                OfSystem(line, "install", "-S", "-Sy", "-Syu", "in"),
            "apk" => OfSystem(line, "add"),
            "pip" or "pip3" => OfPython(line, 0),
            "uv" when line.Verb == "pip" => OfPython(line, 1),
            "gem" or "cargo" or "go" or "dotnet" => OfTool(line),
            _ => null,
        };

    private static PackageInstallCommand? OfSystem(CommandLine line, params ReadOnlySpan<string> verbs)
    {
        foreach (var word in line.Arguments)
        {
            if (word.Literal is { } verb && verbs.Contains(verb))
            {
                var operands = line.Options(System).Operands;
                return new PackageInstallCommand(
                    line.Command,
                    line.Program,
                    [.. operands.Where(operand => !ReferenceEquals(operand, word))]
                );
            }
        }

        return null;
    }

    private static PackageInstallCommand? OfPython(CommandLine line, int skip)
    {
        var options = line.Options(Python, skip);
        if (options[0]?.Literal is not ("install" or "download" or "wheel" or "sync"))
        {
            return null;
        }

        var isSync = options[0]?.Literal == "sync";
        List<ShellWord> operands = [.. options.Operands.Skip(1)];
        List<ShellWord> directories = [.. options.Values("-e", "--editable"), .. operands.Where(IsDirectory)];
        return new PackageInstallCommand(line.Command, "pip", isSync ? [] : [.. operands.Where(word => !IsDirectory(word))])
        {
            RequirementFiles = [.. options.Values("-r", "--requirement"), .. isSync ? operands : []],
            ConstraintFiles = options.Values("-c", "--constraint"),
            Directories = directories,
            Target = options.Value("-t", "--target"),
        };
    }

    private static PackageInstallCommand? OfTool(CommandLine line)
    {
        var isTool = line.Program == "dotnet" && line.Arguments is [{ Literal: "tool" }, { Literal: "install" or "restore" }, ..];
        if (!isTool && !(line.Program != "dotnet" && line.Verb == "install"))
        {
            return null;
        }

        var options = line.Options(Other, isTool ? 2 : 1);
        return new PackageInstallCommand(line.Command, line.Program, options.Operands) { Directories = options.Values("--path") };
    }

    private static bool IsDirectory(ShellWord word) => word.Prefix is ['.', ..] or ['/', ..];
}
