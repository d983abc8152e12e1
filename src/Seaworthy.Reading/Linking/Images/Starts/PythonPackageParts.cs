using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What an installation of a Python project opens: directories that stand for a dependency, and, where the project itself is installed, what its build reads.</summary>
/// <remarks>
/// Sources: uv, "Locking and syncing" and "Build backend"; Hatch, "Wheel builder" and "Metadata"; flit_core; Poetry 2.0 (radoering, python-poetry/poetry#10420, and
/// cuchi/jinja2-action#21): a README that is named and absent ends the installation. setuptools only warns of it.
/// </remarks>
internal static class PythonPackageParts
{
    public static IEnumerable<ManifestParts> Of(
        ImageStage stage,
        StageCommand command,
        CommandLine line,
        string directory,
        RepositoryTree tree,
        Func<string, PyProject?> load
    ) => Projects(stage, command, line, directory, tree, load).Concat(Dependencies(line, directory, load));

    private static IEnumerable<ManifestParts> Projects(
        ImageStage stage,
        StageCommand command,
        CommandLine line,
        string directory,
        RepositoryTree tree,
        Func<string, PyProject?> load
    ) =>
        from installed in Installed(stage, command, line)
        let path = ImagePath.Join(directory, installed)
        let project = path is null ? null : load(path)
        where project is { BuildBackend: not null, DeclaresProject: true } && (project.IsPackage || line.Program is "pip" or "pip3")
        let files = Files(project, tree)
        where files.Count > 0
        select new ManifestParts(Tool(line), project.File, path, files);

    /// <summary>Directories that stand for a dependency.</summary>
    private static IEnumerable<ManifestParts> Dependencies(CommandLine line, string directory, Func<string, PyProject?> load)
    {
        if (
            (line.Program, line.Verb) is (("poetry", "install" or "sync") or ("uv", "sync"))
            && !line.Arguments.Any(word =>
                word.Prefix.StartsWith("--no-install", StringComparison.Ordinal)
                || word.Literal is "--no-directory" or "--no-sources" or "--project" or "--directory" or "-C" or "--package"
            )
            && load(directory) is { } project
        )
        {
            yield return new ManifestParts(
                $"{line.Program} {line.Verb}",
                project.File,
                directory,
                [
                    .. project
                        .Dependencies.Where(dependency =>
                            dependency is { Source: DependencySource.Path, Kind: DependencyKind.Runtime, Location: not null }
                        )
                        .Select(dependency => new Fact<string>(dependency.Location ?? "", dependency.Span)),
                ]
            );
        }
    }

    /// <summary>The directories of projects that the command builds.</summary>
    private static IEnumerable<string> Installed(ImageStage stage, StageCommand command, CommandLine line)
    {
        var options = line.Arguments.Select(word => word.Prefix.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        return (line.Program, line.Verb) switch
        {
            ("uv", "sync") => options.Overlaps(NotTheProject)
            || stage.Declared.FindVariable("UV_NO_INSTALL_PROJECT", command.Run) is not null
            || line.Environment.Any(variable => variable.Name.StartsWith("UV_NO_INSTALL", StringComparison.Ordinal))
                ? []
                : ["."],
            // Without --no-dev, which Poetry 2 does not know: it stops there.
            ("poetry", "install") => options.Overlaps(NotTheProject) || options.Contains("--no-dev") || !IsPoetry2(stage) ? [] : ["."],
            ("pip" or "pip3", "install" or "wheel") or ("uv", "pip") => KnownCommand
                .Of(command.Command)
                .OfType<PackageInstallCommand>()
                .SelectMany(install => install.Directories)
                .Select(word => word.Literal?.Split('[')[0])
                .OfType<string>(),
            _ => [],
        };
    }

    private static readonly string[] NotTheProject =
    [
        "--no-install-project",
        "--no-install-workspace",
        "--only-group",
        "--only-dev",
        "--no-root",
        "--only",
        "--dry-run",
        "--check",
        "--package",
        "--project",
        "--directory",
        "-C",
        "-P",
        "--script",
        "--help",
    ];

    // Poetry 1, the last for Python 3.8, goes on with a warning.
    private static bool IsPoetry2(ImageStage stage) =>
        stage.PublicBase?.Name == "python"
        && ImageReference.Parse(stage.Base.Text ?? "")?.EffectiveTag.Split('-')[0].Split('.') is ["3", .. var minor]
        && (minor is not [var text, ..] || (int.TryParse(text, out var release) && release > 8))
        && stage
            .Commands.SelectMany(command => KnownCommand.Of(command.Command))
            .OfType<PackageInstallCommand>()
            .SelectMany(install => install.Packages)
            .Any(word =>
                word.Literal is "poetry"
                || word.Literal?.StartsWith("poetry==2", StringComparison.Ordinal) == true
                || word.Literal?.StartsWith("poetry>=2", StringComparison.Ordinal) == true
            );

    private static IReadOnlyList<Fact<string>> Files(PyProject project, RepositoryTree tree)
    {
        var backend = project.BuildBackend?.Value.Split('.', ':')[0];
        List<Fact<string>?> files = backend switch
        {
            "hatchling" => [project.Readme, project.LicenseFile, .. project.BuildInputs, Module(project, tree)],
            "uv_build" or "poetry" => [project.Readme, Module(project, tree)],
            "flit_core" => [project.Readme],
            _ => [],
        };
        return [.. files.OfType<Fact<string>>().Where(file => RepositoryPath.IsRelative(file.Value))];
    }

    /// <summary>The module of the project's name, which the backend looks for where the project names no other.</summary>
    private static Fact<string>? Module(PyProject project, RepositoryTree tree)
    {
        if (project.ChoosesItsFiles || project.Name is not { } name)
        {
            return null;
        }

        var module = Dependency.PythonName(name.Value).Replace('-', '_');
        return
            new[] { $"src/{module}/__init__.py", $"{module}/__init__.py" }.FirstOrDefault(path =>
                RepositoryPath.Join(project.File.Directory, path) is { } full && tree.Has(full)
            )
                is { } found
            ? name with
            {
                Value = found,
            }
            : null;
    }

    private static string Tool(CommandLine line) =>
        line.Program == "uv" && line.Verb == "pip" ? "uv pip install" : $"{line.Program} {line.Verb}";
}
