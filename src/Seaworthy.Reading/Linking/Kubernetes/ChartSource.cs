using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.GoTemplate.Values;
using Seaworthy.Reading.Formats.Helm;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A chart of the tree with all that it is rendered from.</summary>
/// <param name="Texts">Its files, by their path from its directory.</param>
/// <param name="Packed">Charts in archives, which are not read.</param>
internal sealed record ChartSource(HelmPackage Package, IReadOnlyDictionary<string, SourceFile> Texts, IReadOnlyList<string> Packed)
{
    private const string Archive = ".tgz";

    /// <summary>Null where a template was not read, which may define what others use, and where there is no template.</summary>
    public static ChartSource? Of(Deployment deployment, HelmChart chart)
    {
        var directory = chart.File.Directory;
        var prefix = directory.Length == 0 ? "" : directory + "/";
        var texts = deployment
            .Artifacts.Where(artifact => artifact.File.Path.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(artifact => artifact.File.Path[prefix.Length..], StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().File, StringComparer.Ordinal);
        TakeIn(deployment, chart, texts);
        return IsWhole(deployment, directory, prefix, texts) && HelmTexts.Package(texts) is { } package && HasTemplates(package)
            ? new ChartSource(package, texts, InArchives(deployment, prefix))
            : null;
    }

    /// <summary>Charts that these values take in and that are not there.</summary>
    public IReadOnlyList<string> Absent(GoMap values) => [.. HelmDependencies.Absent(Package, values).Union(Packed)];

    /// <summary>An umbrella has them in the charts below it.</summary>
    private static bool HasTemplates(HelmPackage package) => package.Templates.Count > 0 || package.Charts.Any(HasTemplates);

    private static List<string> InArchives(Deployment deployment, string prefix) =>
        [
            .. deployment
                .Tree.FilesUnder($"{prefix}charts")
                .Select(file => file.Path[prefix.Length..])
                .Where(path => path.EndsWith(Archive, StringComparison.Ordinal)),
        ];

    /// <summary>Charts elsewhere in the repository that <c>helm dependency build</c> copies into <c>charts/</c>.</summary>
    private static void TakeIn(Deployment deployment, HelmChart chart, Dictionary<string, SourceFile> texts)
    {
        foreach (var dependency in chart.Dependencies)
        {
            if (
                dependency.Repository?.Value is ['f', 'i', 'l', 'e', ':', '/', '/', .. var path]
                && RepositoryPath.Join(chart.File.Directory, path) is { } directory
                && !texts.ContainsKey($"charts/{dependency.Name.Value}/Chart.yaml")
            )
            {
                foreach (var file in deployment.Artifacts.Select(artifact => artifact.File).Where(file => file.IsBelow(directory)))
                {
                    texts.TryAdd($"charts/{dependency.Name.Value}/{RepositoryPath.Below(directory, file.Path)}", file);
                }
            }
        }
    }

    /// <summary>Every template was read: one that is missing may define what others use.</summary>
    private static bool IsWhole(Deployment deployment, string directory, string prefix, Dictionary<string, SourceFile> texts) =>
        deployment
            .Tree.FilesUnder(directory)
            .Select(file => file.Path[prefix.Length..])
            .Where(path => path.StartsWith("templates/", StringComparison.Ordinal) || path.StartsWith("charts/", StringComparison.Ordinal))
            .All(path =>
                texts.ContainsKey(path)
                || (
                    path.StartsWith("charts/", StringComparison.Ordinal)
                    && (!path.Contains("/templates/", StringComparison.Ordinal) || path.EndsWith(Archive, StringComparison.Ordinal))
                )
                || path.EndsWith("NOTES.txt", StringComparison.Ordinal)
                || IsNoTemplate(RepositoryPath.NameOf(path))
            );

    /// <summary>What only keeps a directory, or says something to people, defines nothing for other templates.</summary>
    private static bool IsNoTemplate(string name) =>
        name is ".gitkeep" or ".keep" or ".gitignore" or ".helmignore" or ".DS_Store" || name.EndsWith(".md", StringComparison.Ordinal);
}
