using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Declared.Workflows;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Pipelines;

/// <summary>Where the project is that a tool does not find where it runs.</summary>
internal static class ProjectElsewhere
{
    private const int Most = 3;

    private static readonly Dictionary<string, string> ManifestOf = new(StringComparer.Ordinal)
    {
        ["npm"] = "package.json",
        ["npx"] = "package.json",
        ["yarn"] = "package.json",
        ["pnpm"] = "package.json",
        ["poetry"] = "pyproject.toml",
        ["uv"] = "pyproject.toml",
        ["cargo"] = "Cargo.toml",
        ["go"] = "go.mod",
        ["mvn"] = "pom.xml",
        ["bundle"] = "Gemfile",
        ["composer"] = "composer.json",
        ["flutter"] = "pubspec.yaml",
    };

    /// <summary>Where the manifest is that a tool does not find; null where it is nowhere, or in too many places.</summary>
    public static string? OfTool(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        var use = uses[0];
        if (Manifests(RepositoryPath.NameOf(use.Answer.Looked), deployment.Tree) is not { Count: > 0 and <= Most } found)
        {
            return null;
        }

        var places = PlaceList.Of(uses);
        var names = string.Join(" or ", found);
        return SidePlace.IsWorkflow(use.Span.File.Path)
                ? $"Run it where {names} is: set `working-directory: {RepositoryPath.Parent(found[0])}` for {places}."
            : DoneBeside(use, found, deployment) is { } beside
                ? $"Delete {places}, because {beside} already runs it in the project; or add {use.Answer.Looked}, if a project belongs there as well."
            : deployment.At<TaskFile>(use.Span.File.Path) is { Tool: "make" }
                ? $"Run it where {names} is: write `cd {RepositoryPath.Parent(found[0])} && ` before it in {places}; or remove it if that is done elsewhere."
            : $"Run it where {names} is, or remove {places} if that is done elsewhere.";
    }

    /// <summary>The one directory that has the manifest of the tools which the step runs; null where none has, or several.</summary>
    public static string? OfDirectory(IReadOnlyList<PathUse> uses, Deployment deployment)
    {
        if (uses[0].Answer.Presence != Presence.Absent)
        {
            return null;
        }

        var steps = uses.SelectMany(use => Steps(use, deployment)).Distinct().ToList();
        var commands = steps.SelectMany(step => step.Run?.Commands ?? []).ToList();
        var manifest = commands.Select(command => ManifestOf.GetValueOrDefault(command.Program)).FirstOrDefault(name => name is not null);
        return manifest is not null && Manifests(manifest, deployment.Tree) is [var only]
            ? $"Write `{RepositoryPath.Parent(only)}` in {PlaceList.Of(uses)}, where {only} is.{UnknownScripts(commands, only, deployment)}"
            : null;
    }

    /// <summary>Below the root, templates and examples aside.</summary>
    private static List<string> Manifests(string name, RepositoryTree tree) =>
        [
            .. tree.FilesNamed(name)
                .Where(path => path.Contains('/', StringComparison.Ordinal) && !path.Contains("node_modules/", StringComparison.Ordinal))
                .Where(path => !IsAside(path))
                .Take(Most + 1),
        ];

    private static bool IsAside(string path) =>
        FilePurposes.Has(path, FilePurpose.Sample)
        || RepositoryPath
            .Parent(path)
            .Split('/', '-', '_')
            .Any(word => word is "template" or "templates" or "mock" or "mocks" or "example");

    /// <summary>A line of the same task that already runs it in one of the directories.</summary>
    private static SourceSpan? DoneBeside(PathUse use, IReadOnlyList<string> found, Deployment deployment)
    {
        var program = use.Tool.Split(' ')[0];
        return deployment
            .CommandsIn(use.Span.File)
            .Where(site => site.Subject == use.Subject && site.Span != use.Span && site.Command.Program == program)
            .FirstOrDefault(site => site.Directories is [var directory, ..] && found.Any(path => RepositoryPath.Parent(path) == directory))
            ?.Span;
    }

    private static IEnumerable<WorkflowStep> Steps(PathUse use, Deployment deployment) =>
        (deployment.At<Workflow>(use.Span.File.Path)?.Jobs ?? []).SelectMany(job =>
            job.Defaults?.WorkingDirectory?.Span == use.Span ? job.Steps : job.Steps.Where(step => step.WorkingDirectory?.Span == use.Span)
        );

    private static string UnknownScripts(IEnumerable<ShellCommand> commands, string manifest, Deployment deployment)
    {
        if (deployment.At<PackageJson>(manifest) is not { } package)
        {
            return "";
        }

        var unknown = commands
            .SelectMany(KnownCommand.Of)
            .OfType<PackageScriptCommand>()
            .Where(script => script is { Verb: "run", Script.Literal: { } name } && package.FindScript(name) is null)
            .Select(script => $"`{script.Script?.Literal}` ({script.Command.Span})")
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return unknown.Count > 0
            ? $" It has no script {string.Join(", ", unknown)}: name one of {NameList.Of([.. package.Scripts.Select(script => script.Name)], 8)}, or add it."
            : "";
    }
}
