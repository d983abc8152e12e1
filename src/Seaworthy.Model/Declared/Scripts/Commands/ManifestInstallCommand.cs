namespace Seaworthy.Model.Declared.Scripts.Commands;

/// <summary>The installation of what a manifest declares: <c>poetry install</c>, <c>bundle install</c>, <c>composer install</c>, <c>go mod download</c>, <c>dotnet restore</c>, <c>uv sync</c>. npm and its kin are <see cref="PackageScriptCommand"/>s.</summary>
public sealed record ManifestInstallCommand(ShellCommand Command, string Manager) : KnownCommand(Command)
{
    private static readonly OptionGrammar Grammar = new(
        "-C --directory --project --group --extra --with --without --only -d --working-dir --gemfile -f -c --config --source -r --runtime --locked-mode-file --no-group --only-group --package -P -E --extras"
    );

    private static readonly HashSet<string> Managers = new(StringComparer.Ordinal)
    {
        "poetry",
        "pipenv",
        "pdm",
        "uv",
        "rye",
        "pixi",
        "bundle",
        "bundler",
        "composer",
        "go",
        "dotnet",
        "cargo",
        "mix",
        "flutter",
        "dart",
    };

    /// <summary>Where the manifest stands, when said.</summary>
    public ShellWord? Directory { get; init; }

    /// <summary>Projects named as operands: <c>dotnet restore src/Api.csproj</c>.</summary>
    public IReadOnlyList<ShellWord> Operands { get; init; } = [];

    /// <summary>Fails, or does not change the lock file, when it does not match the manifest.</summary>
    public bool IsFrozen { get; init; }

    /// <summary>Leaves development dependencies out.</summary>
    public bool OmitsDevelopment { get; init; }

    internal static ManifestInstallCommand? Of(CommandLine line)
    {
        if (!Managers.Contains(line.Program))
        {
            return null;
        }

        var options = line.Options(Grammar);
        var first = options[0]?.Literal;
        var isInstall = (line.Program, first) switch
        {
            ("poetry" or "pipenv" or "pdm" or "bundle" or "bundler" or "composer" or "pixi", "install") => true,
            ("pipenv" or "pdm" or "uv" or "rye" or "poetry", "sync") => true,
            ("bundle", null) => true,
            ("go", "mod") => options[1]?.Literal is "download" or "vendor" or "tidy",
            ("dotnet", "restore") => true,
            ("cargo", "fetch" or "vendor") => true,
            ("mix", "deps.get") or ("flutter" or "dart", "pub") => true,
            _ => false,
        };
        return !isInstall
            ? null
            : new ManifestInstallCommand(line.Command, line.Program)
            {
                Directory = options.Value("-C", "--directory", "--project", "-d", "--working-dir", "-P"),
                Operands = line.Program == "dotnet" ? [.. options.Operands.Skip(1)] : [],
                IsFrozen =
                    options.Has("--frozen", "--locked", "--deploy", "--frozen-lockfile", "--locked-mode", "--deployment")
                    || first == "sync" && line.Program is "pipenv" or "poetry",
                OmitsDevelopment =
                    options.Has("--no-dev", "--no-default-groups", "--production", "--prod")
                    || options.Values("--without").Any(value => value.ToString().Contains("dev", StringComparison.Ordinal))
                    || options.Values("--only").Any(value => value.Literal is "main" or "default"),
            };
    }
}
