using Seaworthy.Model;
using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Kubernetes.Names;

/// <summary>Manifests that a kustomization could include and does not, that belong to nothing applied, and that nothing able to apply them names.</summary>
internal static class LeftOutFiles
{
    public static bool Has(Deployment deployment, SourceFile file, KubernetesStack stack) =>
        stack.Files.Any(own => IsKustomizationOf(own, file))
        && !RepositoryPath.IsSample(file.Path)
        && !deployment.KubernetesStacks.Any(other => other.Files.Contains(file))
        && !deployment.Artifacts.Any(artifact => artifact is not Kustomization && artifact.File != file && IsNamed(artifact, file));

    private static bool IsKustomizationOf(SourceFile own, SourceFile file) =>
        own.Name.StartsWith("kustomization", StringComparison.OrdinalIgnoreCase)
        && own.Directory.Length > 0
        && RepositoryPath.Inside(own.Directory, file.Path) is not null;

    private static bool IsNamed(Artifact by, SourceFile file) =>
        WholeWords
            .Find(by.File.Text, file.Name, WholeWords.IsOfFileName)
            .Any(at => IsItsPath(by.File.Text, at, file) && (by is not Document || TellsToApply(by.File, at)));

    /// <summary>The name alone, or behind directories in which this file stands.</summary>
    private static bool IsItsPath(string text, int at, SourceFile file)
    {
        var start = at;
        while (start > 0 && (WholeWords.IsOfFileName(text[start - 1]) || text[start - 1] == '/'))
        {
            start--;
        }

        var path = text[start..at].TrimStart('.', '/') + file.Name;
        return ("/" + file.Path).EndsWith("/" + path, StringComparison.Ordinal);
    }

    /// <summary>A text that tells what the file is for, or how to write it, has nobody apply it.</summary>
    private static bool TellsToApply(SourceFile text, int at)
    {
        var line = WholeWords.LineAround(text.Text, at);
        return line.Contains("apply", StringComparison.OrdinalIgnoreCase) || line.Contains("-f ", StringComparison.Ordinal);
    }
}
