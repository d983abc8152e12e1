using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Images.Runtimes;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>Files that <c>dotnet</c> loads besides a project that it restores or builds: the projects of a solution, and the files that MSBuild finds in the directories above.</summary>
/// <remarks>
/// Sources: MSBuild, error MSB3202; NuGet, "Central Package Management" and error NU1015, which the SDK gives from release 10 on: before, it warns with NU1604 and takes the lowest version there is;
/// .NET SDK, error NETSDK1013.
/// </remarks>
internal sealed class DotNetParts(Deployment deployment)
{
    private static readonly EarlierCommands Unrestored = new(BuildsWithoutRestore);
    private static readonly EarlierCommands SolutionEdits = new(before =>
        before.Command.Words.Any(word => word.Literal is "sln" or "solution")
    );

    private const string Versions = "Directory.Packages.props";
    private const string Build = "Directory.Build.props";
    private const int FirstThatRefuses = 10;

    private static readonly OptionGrammar Grammar = new(
        "-o --output -c --configuration -f --framework -r --runtime -v --verbosity -a --arch --os -s --source --packages --version-suffix --project --configfile --property"
    );

    public IEnumerable<ManifestParts> Of(Image image, ImageStage stage, StageCommand command)
    {
        var line = CommandLine.Of(command.Command);
        if (
            command.Directory is not { } directory
            || line is not { Program: "dotnet", Verb: "restore" or "build" or "publish" or "test" or "pack" }
            || Named(command, line, directory) is not { } path
            || command.Before.Find(path) is not { Presence: Presence.Present, Actual: { } source }
        )
        {
            yield break;
        }

        if (deployment.At<DotNetSolution>(source) is { } solution && !IsEdited(stage, command) && StopsAtAbsent(image, stage, line))
        {
            yield return new ManifestParts($"dotnet {line.Verb}", solution.File, ImagePath.Parent(path), solution.Projects);
        }

        if (deployment.At<DotNetProject>(source) is { IsImported: false } project && Restores(line))
        {
            var compiles = line.Verb is "build" or "publish" || Unrestored.StandFrom(stage, command);
            foreach (var parts in Imports(image, stage, command, path, project, compiles))
            {
                yield return parts with
                {
                    Tool = $"dotnet {line.Verb}",
                };
            }
        }
    }

    /// <summary>Images of the first releases, and a property, made a warning of the error.</summary>
    private static bool StopsAtAbsent(Image image, ImageStage stage, CommandLine line) =>
        StageRuntime.Of(image, stage) is { Value.Runtime: "dotnet-sdk" }
        && !line.Arguments.Any(word => word.Raw.Contains("SkipNonexistent", StringComparison.OrdinalIgnoreCase));

    private static bool Restores(CommandLine line) => !line.Arguments.Any(word => word.Literal == "--no-restore");

    /// <summary>The project or solution that is named, or the only one where the command runs.</summary>
    private static string? Named(StageCommand command, CommandLine line, string directory)
    {
        var operands = line.Options(Grammar, 1).Operands.Where(word => word.Literal is not ("true" or "false")).ToList();
        if (operands.Count > 0)
        {
            return operands is [{ Literal: { } named }] && (IsProject(named) || IsSolution(named))
                ? ImagePath.Join(directory, named)
                : null;
        }

        return
            command
                .Before.CopiedUnder(directory)
                .Select(file => file.Path)
                .Where(path => ImagePath.Parent(path) == directory && (IsProject(path) || IsSolution(path)))
                .Distinct()
                .ToList()
                is [var only]
            ? only
            : null;
    }

    private static bool IsProject(string path) => path.EndsWith("proj", StringComparison.Ordinal);

    private static bool IsSolution(string path) =>
        path.EndsWith(".sln", StringComparison.Ordinal) || path.EndsWith(".slnx", StringComparison.Ordinal);

    /// <summary><c>dotnet sln remove tests/Tests.csproj</c>, which need not name the solution.</summary>
    private static bool IsEdited(ImageStage stage, StageCommand command) => SolutionEdits.StandBefore(stage, command);

    /// <param name="compiles">What is restored here is what a build takes.</param>
    private IEnumerable<ManifestParts> Imports(
        Image image,
        ImageStage stage,
        StageCommand command,
        string path,
        DotNetProject project,
        bool compiles
    )
    {
        var mayImport = project.File.Text.Contains("<Import ", StringComparison.Ordinal);
        var build = Above(project, Build);
        if (
            build is { TargetFrameworks.Count: > 0 }
            && !mayImport
            && project is { TargetFrameworks.Count: 0, Sdk: not null }
            && IsNowhere(command, path, Build)
        )
        {
            yield return Part(project, path, build.File, build.TargetFrameworks[0].Span, "which sets its framework");
        }

        if (
            Above(project, Versions) is { CentralVersions.Count: > 0 } central
            && (Manages(central) || Manages(build) || Manages(project))
            && !mayImport
            && Versionless(project, central) is { } dependency
            && IsNowhere(command, path, Versions)
            && (compiles || Refuses(image, stage))
        )
        {
            yield return Part(project, path, central.File, dependency.Span, $"which has the versions of {project.File.Name}") with
            {
                IsOnlyTold = !Refuses(image, stage),
            };
        }
    }

    private static ManifestParts Part(DotNetProject project, string path, SourceFile part, SourceSpan span, string why) =>
        new("", project.File, ImagePath.Parent(path), [new Fact<string>(RelativePath.Of(project.File.Directory, part.Path), span)])
        {
            Why = why,
        };

    /// <summary>The nearest of the name above a project, in the repository.</summary>
    private DotNetProject? Above(DotNetProject project, string name) =>
        RepositoryPath
            .Ancestors(project.File.Directory)
            .Select(directory => deployment.At<DotNetProject>(RepositoryPath.Join(directory, name) ?? ""))
            .FirstOrDefault(found => found is not null);

    private static bool Manages(DotNetProject? project) =>
        project?.Properties.GetValueOrDefault("ManagePackageVersionsCentrally")?.Value.Equals("true", StringComparison.OrdinalIgnoreCase)
        == true;

    private static Dependency? Versionless(DotNetProject project, DotNetProject central) =>
        project.Dependencies.FirstOrDefault(dependency =>
            dependency is { Range: null, Condition: null }
            && central.CentralVersions.Any(version => string.Equals(version.Name, dependency.Name, StringComparison.OrdinalIgnoreCase))
        );

    /// <summary>Neither beside the project nor in any directory above it.</summary>
    private static bool IsNowhere(StageCommand command, string project, string name) =>
        ImagePath
            .Ancestors(ImagePath.Parent(project))
            .All(directory =>
                command.Before.Find(ImagePath.Under(directory, name)).Presence
                    is Presence.Absent
                        or Presence.IgnoredByDocker
                        or Presence.IgnoredByGit
            );

    private static bool Refuses(Image image, ImageStage stage) =>
        StageRuntime.Of(image, stage) is { Value: { Runtime: "dotnet-sdk" } runtime }
        && int.TryParse(runtime.Version.Split('.')[0], out var release)
        && release >= FirstThatRefuses;

    private static bool BuildsWithoutRestore(StageCommand command) =>
        CommandLine.Of(command.Command) is { Program: "dotnet", Verb: "build" or "publish" } line && !Restores(line);
}
