using Seaworthy.Model;
using Seaworthy.Model.Declared.Bicep;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Bicep;

/// <summary>Every template of the repository, which of them somebody deploys by itself, and with which values.</summary>
/// <remarks>Sources: Bicep documentation, "Modules", "Parameters files"; Azure Developer CLI, "azure.yaml schema", infra.</remarks>
internal sealed class BicepTemplates
{
    private static readonly PerDeployment<BicepTemplates> All = new(deployment => new BicepTemplates(deployment));

    private readonly SortedDictionary<string, BicepFile> templates = new(StringComparer.Ordinal);
    private readonly List<BicepFile> values;
    private readonly List<BicepFile> uncalled;

    private BicepTemplates(Deployment deployment)
    {
        var files = deployment.Of<BicepFile>().ToList();
        // Nobody deploys with an example.
        values = files.FindAll(file => file.IsValues && !RepositoryPath.IsSample(file.File.Path) && !SidePlace.IsTemplate(file.File.Path));
        foreach (var file in files.Where(file => !file.IsValues))
        {
            templates[file.File.Path] = file;
        }

        var called = templates
            .Values.SelectMany(file => file.Of<BicepStatement.Module>().Select(module => PathOf(file, module.Path)))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        uncalled = [.. templates.Values.Where(file => !called.Contains(file.File.Path) && Deploys(file))];
        Roots = [.. uncalled.Where(file => IsDeployed(file, deployment))];
    }

    public static BicepTemplates Of(Deployment deployment) => All.Of(deployment);

    public IEnumerable<BicepFile> Templates => templates.Values;

    /// <summary>Those that no other calls; libraries of modules below them are left out unless a command or a file of values names one.</summary>
    public IReadOnlyList<BicepFile> Roots { get; }

    public BicepFile? Find(string? path) => path is null ? null : templates.GetValueOrDefault(path);

    /// <summary>The path from the repository's root; null for a registry, a template spec, or outside.</summary>
    public static string? PathOf(BicepFile file, Fact<string>? written) =>
        written is { Value: { Length: > 0 } path } && !path.Contains(':', StringComparison.Ordinal)
            ? RepositoryPath.Join(file.File.Directory, path)
            : null;

    /// <summary>The files of values for a template, each for a deployment of its own.</summary>
    public IReadOnlyList<BicepFile> ValuesOf(BicepFile root) => [.. values.Where(file => TemplateOf(file) == root.File.Path)];

    /// <summary>The template that a file of values is for.</summary>
    public string? TemplateOf(BicepFile file)
    {
        if (!file.File.Path.EndsWith(".json", StringComparison.Ordinal))
        {
            return PathOf(file, file.Of<BicepStatement.Use>().FirstOrDefault(use => use.Name.Value == "using")?.Path);
        }

        // By its name, else the only one beside it or above.
        var stem = file.File.Name.Split('.')[0];
        foreach (var directory in RepositoryPath.Ancestors(file.File.Directory))
        {
            var near = uncalled.FindAll(template => template.File.Directory == directory);
            if (near.Count > 0)
            {
                return (
                    near.Find(template => template.File.Name == stem + ".bicep")
                    ?? (near.Count == 1 ? near[0] : near.Find(template => template.File.Name == "main.bicep"))
                )
                    ?.File
                    .Path;
            }
        }

        return null;
    }

    private static bool Deploys(BicepFile file) =>
        file.Statements.Any(statement => statement is BicepStatement.Module or BicepStatement.Resource { IsExisting: false });

    private bool IsDeployed(BicepFile file, Deployment deployment) =>
        values.Exists(given => TemplateOf(given) == file.File.Path)
        || !uncalled.Exists(other => other.File.Directory != file.File.Directory && IsAbove(other.File.Directory, file.File.Directory))
        || deployment.Artifacts.Any(artifact =>
            artifact is not BicepFile && BicepInputs.MayDeploy(artifact) && artifact.File.Mentions(file.File.Name)
        );

    private static bool IsAbove(string directory, string below) =>
        directory.Length == 0 || below.StartsWith(directory + "/", StringComparison.Ordinal);
}
