using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>Manifests that a program of the repository loads by their path, to change them before a cluster sees them: <c>yaml.load(readFileSync("manifests/hpa.yaml"))</c>.</summary>
internal static class ProgramTemplates
{
    private static readonly SearchValues<string> Loads = SearchValues.Create(
        [
            "yaml.load",
            "yaml.safe_load",
            "yaml.parse",
            "YAML.parse",
            "YAML.load",
            "yaml.Unmarshal",
            "loadAll(",
            "load_all(",
            "parseAllDocuments(",
        ],
        StringComparison.Ordinal
    );

    public static IEnumerable<SourceFile> Find(Deployment deployment)
    {
        var manifests = deployment.Of<KubernetesManifest>().Select(manifest => manifest.File).Distinct().ToList();
        if (manifests.Count == 0)
        {
            return [];
        }

        var loaders = deployment.Of<CodeFile>().Select(code => code.File).Where(file => file.Text.AsSpan().ContainsAny(Loads)).ToList();
        return manifests.Where(manifest => loaders.Exists(loader => Names(loader, manifest)));
    }

    /// <summary>By its name, from a directory around it or beside it.</summary>
    private static bool Names(SourceFile loader, SourceFile manifest) =>
        (
            RepositoryPath.Ancestors(manifest.Directory).Contains(loader.Directory, StringComparer.Ordinal)
            || loader.Text.Contains($"{RepositoryPath.NameOf(manifest.Directory)}/{manifest.Name}", StringComparison.Ordinal)
        ) && WholeWords.Find(loader.Text, manifest.Name, WholeWords.IsOfFileName).Any();
}
