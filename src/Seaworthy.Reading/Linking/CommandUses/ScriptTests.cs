using Seaworthy.Model;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.CommandUses;

/// <summary>The files in which Jest, Vitest and the runner of Create React App look for tests.</summary>
/// <remarks>Sources: Jest documentation, "testMatch", "--passWithNoTests"; Vitest documentation, "include", "passWithNoTests".</remarks>
internal static class ScriptTests
{
    private static readonly string[] Endings = [".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".mts", ".cts", ".vue"];

    private static readonly string[] Kinds = [".test", ".spec"];

    // Other files are tests to these, or none is well.
    private static readonly string[] Options =
    [
        "--passWithNoTests",
        "--pass-with-no-tests",
        "--config",
        "-c",
        "--project",
        "--root",
        "--dir",
        "--testMatch",
        "--testRegex",
        "--testPath",
        "--listTests",
        "--onlyChanged",
        "--changed",
        "--related",
        "--findRelated",
        "--init",
        "--showConfig",
        "-o",
        "-r",
    ];

    private static readonly string[] Settings = ["passWithNoTests", "testMatch", "testRegex", "projects", "\"roots\"", "roots:", "rootDir"];

    private static readonly string[] ViteSettings = ["passWithNoTests", "include", "projects", "workspace", "dir:", "root:"];

    /// <summary>It looks for all its tests, and fails when there are none.</summary>
    public static bool Looks(TestRunCommand test, IReadOnlyList<ShellWord> words) =>
        test is { Tool: "jest" or "react-scripts" or "vitest", Paths: [] }
        && words.All(word => !Array.Exists(Options, option => word.Prefix.StartsWith(option, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Settings of the repository may name other files, or be content with none.</summary>
    public static bool AreElsewhere(Deployment deployment, string directory) =>
        deployment
            .Tree.FilesIn(directory)
            .Where(file => IsSettings(RepositoryPath.NameOf(file.Path)))
            .Any(file => MaySay(deployment, file.Path)) || deployment.Tree.FilesUnder(directory).Any(file => file.IsSubmodule);

    /// <summary>The first file that the runner takes by itself; null when there is none.</summary>
    public static string? First(RepositoryTree tree, string directory, bool isJest) =>
        tree.FilesUnder(directory)
            .Where(file => file.Status != FileStatus.Ignored)
            .Select(file => file.Path)
            .FirstOrDefault(path => IsTest(path, isJest));

    private static bool IsTest(string path, bool isJest)
    {
        var ending = Array.Find(Endings, ending => path.EndsWith(ending, StringComparison.Ordinal));
        return ending is not null
            && !path.Contains("node_modules/", StringComparison.Ordinal)
            && (
                Array.Exists(Kinds, kind => path[..^ending.Length].EndsWith(kind, StringComparison.Ordinal))
                || RepositoryPath.NameOf(path)[..^ending.Length] is "test" or "spec"
                || (isJest && path.Contains("__tests__/", StringComparison.Ordinal))
            );
    }

    private static bool MaySay(Deployment deployment, string path) =>
        deployment.At<Artifact>(path) is not { File.Text: var text }
        || Array.Exists(
            RepositoryPath.NameOf(path).StartsWith('v') ? ViteSettings : Settings,
            setting => text.Contains(setting, StringComparison.Ordinal)
        );

    private static bool IsSettings(string name) =>
        name.StartsWith("jest.", StringComparison.Ordinal)
        || name.StartsWith("vitest.", StringComparison.Ordinal)
        || name.StartsWith("vite.", StringComparison.Ordinal)
        || name == "package.json";
}
