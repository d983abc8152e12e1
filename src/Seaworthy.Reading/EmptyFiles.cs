using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Dockerfiles;
using Seaworthy.Reading.Readers.DotEnv;

namespace Seaworthy.Reading;

/// <summary>
/// Files that a tool looks for, or that are written for one, and in which it finds nothing. A list of variables, of packages or of paths, values of a chart may well be empty: then there are none. So may source code that nothing starts.
/// </summary>
internal static class EmptyFiles
{
    private const string Workflows = ".github/workflows/";

    private static readonly string[] Written = [".yaml", ".yml", ".conf", ".tf", ".sh"];

    /// <summary>Null where something stands in it, or nothing need to.</summary>
    /// <param name="path">Of a file that a reader asked for.</param>
    /// <param name="text">All that stands in it.</param>
    /// <param name="artifacts">What the readers made of it.</param>
    public static EmptyFile? Of(string path, string text, IReadOnlyList<Artifact> artifacts) =>
        string.IsNullOrWhiteSpace(text)
            ? IsWritten(path) || artifacts.Any(artifact => artifact is ShellScript)
                ? MayBeEmpty(path)
                    ? null
                    : new EmptyFile(path, "is empty", IsExpected: true)
                : artifacts.Any(artifact => artifact is CodeFile)
                    ? new EmptyFile(path, "is empty", IsExpected: false)
                    : null
            : artifacts.Count > 0
                ? null
                : (Begins(text, "apiVersion:") != Begins(text, "kind:"))
                    ? new EmptyFile(path, "is no whole manifest", IsExpected: false)
                    : IsOfCompose(RepositoryPath.NameOf(path))
                        ? new EmptyFile(path, "holds nothing that docker compose reads", IsExpected: true)
                        : IsWorkflow(path)
                            ? new EmptyFile(path, "holds nothing that GitHub Actions reads", IsExpected: true)
                            : null;

    /// <summary>The names under which Compose finds a file that nobody names.</summary>
    /// <remarks>Source: Docker documentation, "How Compose works".</remarks>
    public static bool IsOfCompose(string name) => name is "compose.yaml" or "compose.yml" or "docker-compose.yaml" or "docker-compose.yml";

    public static bool IsWorkflow(string path) =>
        path.StartsWith(Workflows, StringComparison.Ordinal)
        && path.IndexOf('/', Workflows.Length) < 0
        && (path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal));

    private static bool Begins(string text, string key) =>
        text.StartsWith(key, StringComparison.Ordinal) || text.Contains("\n" + key, StringComparison.Ordinal);

    private static bool IsWritten(string path) =>
        DecidingFiles.Holds(path)
        || Array.Exists(Written, ending => path.EndsWith(ending, StringComparison.Ordinal))
        || RepositoryPath.NameOf(path).StartsWith("appsettings", StringComparison.Ordinal);

    private static bool MayBeEmpty(string path)
    {
        var name = RepositoryPath.NameOf(path);
        return EnvFileName.Of(path) is not null
            || name is "requirements.txt" or "pyproject.toml"
            || name.StartsWith("values", StringComparison.Ordinal)
            || name.EndsWith(".tfvars", StringComparison.Ordinal)
            || (DockerfileName.Matches(path) && DockerfileName.NeedsProof(path));
    }
}
