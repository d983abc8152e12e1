using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.DotEnv;

namespace Seaworthy.Reading;

/// <summary>
/// Files that a tool looks for, or that are among manifests, and in which it finds nothing. A list of variables, of packages or of paths, values of a chart may well be empty: then there are none.
/// </summary>
internal static class EmptyFiles
{
    /// <summary>Null where something is in it, or nothing need to.</summary>
    /// <param name="path">Of a file that a reader asked for.</param>
    /// <param name="text">All that is in it.</param>
    /// <param name="artifacts">What the readers made of it.</param>
    public static EmptyFile? Of(string path, string text, IReadOnlyList<Artifact> artifacts) =>
        string.IsNullOrWhiteSpace(text) ? OfBlank(path)
        : artifacts.Count > 0 ? null
        : Begins(text, "apiVersion:") != Begins(text, "kind:") && !IsOfProvisioning(text)
            ? new EmptyFile(path, "is not a complete manifest", IsExpected: false)
        : ComposeFileNames.Usual.Contains(RepositoryPath.NameOf(path))
            ? new EmptyFile(path, "contains nothing for docker compose", IsExpected: true)
        : SidePlace.IsWorkflow(path) ? new EmptyFile(path, "contains nothing for GitHub Actions", IsExpected: true)
        : null;

    /// <summary>A placeholder is a habit: <c>outputs.tf</c>, <c>index.js</c>. What a tool looks for by its name is none, nor a manifest.</summary>
    private static EmptyFile? OfBlank(string path) =>
        !MayBeEmpty(path) && (DecidingFiles.Holds(path) || HiddenFiles.IsYaml(path))
            ? new EmptyFile(path, "is empty", IsExpected: true)
            : null;

    /// <summary>Grafana counts the versions of its settings: <c>apiVersion: 1</c>.</summary>
    private static bool IsOfProvisioning(string text) =>
        text.IndexOf("apiVersion:", StringComparison.Ordinal) is >= 0 and var at
        && text.AsSpan(at + "apiVersion:".Length).TrimStart(' ') is [>= '0' and <= '9', ..];

    private static bool Begins(string text, string key) =>
        text.StartsWith(key, StringComparison.Ordinal) || text.Contains("\n" + key, StringComparison.Ordinal);

    private static bool MayBeEmpty(string path)
    {
        var name = RepositoryPath.NameOf(path);
        return EnvFileName.Of(path) is not null
            || name is "requirements.txt" or "requirements.yaml" or "pyproject.toml"
            || name.Contains(".override.", StringComparison.Ordinal)
            || name.StartsWith("values", StringComparison.Ordinal)
            || name.EndsWith(".tf", StringComparison.Ordinal)
            || name.EndsWith(".tfvars", StringComparison.Ordinal)
            || name.EndsWith(".bicep", StringComparison.Ordinal)
            || (DockerfileName.Matches(path) && DockerfileName.NeedsProof(path));
    }
}
