using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The other files that a manifest names and its tool loads with it: members of a workspace, modules of a build, directories that stand for a dependency.</summary>
/// <remarks>
/// Sources: The Cargo Book, "Workspaces" and "Specifying path dependencies"; Maven, "POM Reference", Modules; Go Modules Reference, "replace directive" and "Workspaces";
/// pip, "Requirements File Format"; Poetry, "Path dependencies".
/// </remarks>
internal sealed class NamedParts(Deployment deployment)
{
    private static readonly EarlierCommands Unrestored = new(BuildsWithoutRestore);

    private readonly NodeParts node = new(deployment);

    /// <summary>Paths relative to the directory of the manifest, each with the place that names it; none when the command loads no such manifest.</summary>
    public IEnumerable<ManifestParts> Of(ImageStage stage, StageCommand command)
    {
        if (command.Directory is not { } directory)
        {
            return [];
        }

        var line = CommandLine.Of(command.Command);
        ManifestParts?[] found = line.Program switch
        {
            "cargo" => [OfCargo(command, line, directory)],
            "mvn" or "mvnw" => [OfMaven(command, line, directory)],
            "go" => [OfGoModule(command, line, directory), OfGoWorkspace(command, line, directory)],
            "pip" or "pip3" or "uv" or "poetry" =>
            [
                .. OfRequirements(command, directory),
                .. PythonPackageParts.Of(
                    stage,
                    command,
                    line,
                    directory,
                    deployment.Tree,
                    at => deployment.At<PyProject>(command.Before, at, "pyproject.toml")
                ),
            ],
            "pnpm" or "bun" or "yarn" => [.. node.Of(command, directory), PnpmParts.Of(deployment, command, directory)],
            "dotnet" => [OfDotNet(stage, command, directory)],
            _ => [],
        };
        return found.OfType<ManifestParts>().Where(parts => parts.Files.Count > 0);
    }

    private ManifestParts? OfCargo(StageCommand command, CommandLine line, string directory)
    {
        if (CargoCommands.ManifestOf(deployment, command, line) is not { } cargo)
        {
            return null;
        }

        var members = cargo.WorkspaceMembers.Where(member => !member.Value.Contains('*', StringComparison.Ordinal));
        var paths = cargo
            .Dependencies.Where(dependency =>
                dependency is { Source: DependencySource.Path, Kind: not DependencyKind.Development, Location: not null }
            )
            .Select(dependency => new Fact<string>(dependency.Location ?? "", dependency.Span));
        return new ManifestParts(
            $"cargo {line.Verb}",
            cargo.File,
            directory,
            [.. members.Concat(paths).Select(member => Below(member, "Cargo.toml"))]
        );
    }

    private ManifestParts? OfMaven(StageCommand command, CommandLine line, string directory) =>
        line.Arguments.Count == 0
        || Has(line, "-N", "--non-recursive", "-f", "--file", "-v", "--version")
        || deployment.At<JavaBuild>(command.Before, directory, "pom.xml") is not { } build
            ? null
            : new ManifestParts(
                $"{line.Program} {line.Arguments.Select(word => word.Literal).FirstOrDefault(word => word is not null and not ['-', ..])}".TrimEnd(),
                build.File,
                directory,
                [
                    .. build
                        .Modules.Where(module => !module.Value.Contains('$', StringComparison.Ordinal))
                        .Select(module => module.Value.EndsWith(".xml", StringComparison.Ordinal) ? module : Below(module, "pom.xml")),
                ]
            );

    /// <summary>The directory of a replacement is asked for when the module is required.</summary>
    private ManifestParts? OfGoModule(StageCommand command, CommandLine line, string directory) =>
        !LoadsModules(line) || deployment.At<GoModule>(command.Before, directory, "go.mod") is not { } module
            ? null
            : new ManifestParts(
                $"go {line.Verb}",
                module.File,
                directory,
                [
                    .. module
                        .Replacements.Where(replacement => replacement.IsDirectory && module.FindDependency(replacement.Module) is not null)
                        .Select(replacement => Below(new Fact<string>(replacement.Target, replacement.Span), "go.mod")),
                ]
            );

    private ManifestParts? OfGoWorkspace(StageCommand command, CommandLine line, string directory) =>
        !LoadsModules(line) || deployment.At<GoWorkspace>(command.Before, directory, "go.work") is not { } workspace
            ? null
            : new ManifestParts($"go {line.Verb}", workspace.File, directory, [.. workspace.Uses.Select(use => Below(use, "go.mod"))]);

    private static bool LoadsModules(CommandLine line) =>
        line.Verb is "build" or "install" or "run" or "test" or "vet" or "mod"
        && !line.Arguments.Any(word =>
            word.Prefix.Contains('@', StringComparison.Ordinal)
            || word.Prefix.StartsWith("-mod", StringComparison.Ordinal)
            || word.Literal is "verify" or "-C"
        )
        && !line.Environment.Any(variable => variable.Name is "GOWORK" or "GOFLAGS" or "GO111MODULE");

    private IEnumerable<ManifestParts?> OfRequirements(StageCommand command, string directory) =>
        from install in KnownCommand.Of(command.Command).OfType<PackageInstallCommand>()
        from word in install.RequirementFiles
        let path = word.Literal is { } named ? ImagePath.Join(directory, named) : null
        where path is not null
        let requirements = deployment.At<Requirements>(command.Before, "/", path)
        where requirements is not null
        select new ManifestParts(
            "pip install",
            requirements.File,
            ImagePath.Parent(path),
            [
                .. requirements
                    .Includes.Where(include => !include.Path.Contains("://", StringComparison.Ordinal))
                    .Select(include => new Fact<string>(include.Path, include.Span)),
            ]
        );

    /// <summary>A reference that is absent is passed over by <c>dotnet restore</c>; what is then built without another restore finds nothing restored for it.</summary>
    private ManifestParts? OfDotNet(ImageStage stage, StageCommand command, string directory)
    {
        if (
            KnownCommand.Of(command.Command).OfType<ManifestInstallCommand>().FirstOrDefault() is not { Operands: [{ Literal: { } named }] }
            || !named.EndsWith("proj", StringComparison.Ordinal)
            || deployment.At<DotNetProject>(command.Before, directory, named) is not { } project
            || !Unrestored.StandFrom(stage, command)
            || ImagePath.Join(directory, named) is not { } path
        )
        {
            return null;
        }

        List<Fact<string>> references = [];
        Queue<DotNetProject> open = new([project]);
        HashSet<string> seen = [project.File.Path];
        while (open.TryDequeue(out var next))
        {
            foreach (var reference in next.ProjectReferences)
            {
                if (
                    RepositoryPath.Join(next.File.Directory, reference.Value) is { } target
                    && seen.Add(target)
                    && deployment.At<DotNetProject>(target) is { } referenced
                )
                {
                    references.Add(reference with { Value = RelativePath.Of(project.File.Directory, target) });
                    open.Enqueue(referenced);
                }
            }
        }

        return new ManifestParts("dotnet restore for a build with --no-restore", project.File, ImagePath.Parent(path), references);
    }

    private static bool BuildsWithoutRestore(StageCommand command) =>
        command.Command.Words is [{ Literal: "dotnet" }, { Literal: "build" or "publish" }, ..]
        && command.Command.Words.Any(word => word.Literal == "--no-restore");

    private static Fact<string> Below(Fact<string> directory, string name) =>
        directory with
        {
            Value = directory.Value.TrimEnd('/') + "/" + name,
        };

    private static bool Has(CommandLine line, params ReadOnlySpan<string> options)
    {
        foreach (var word in line.Arguments)
        {
            if (options.Contains(word.Prefix.Split('=')[0]))
            {
                return true;
            }
        }

        return false;
    }
}
