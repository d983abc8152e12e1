using System.IO.Enumeration;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>Files and directories that are built, loaded or started because a file of the repository names them. What is used decides, wherever it lies.</summary>
public sealed class UsedPaths
{
    // What a command only looks at, and what a tool looks for by itself where it runs, is not used by being named.
    private static readonly PathRole[] Roles =
    [
        PathRole.Action,
        PathRole.BicepFile,
        PathRole.BindSource,
        PathRole.BuildContext,
        PathRole.CommandInput,
        PathRole.ComposeFile,
        PathRole.CopySource,
        PathRole.DeliveredPath,
        PathRole.Dockerfile,
        PathRole.EnvFile,
        PathRole.KubernetesManifest,
        PathRole.MonitoringFile,
        PathRole.PlatformFile,
        PathRole.ProxyFile,
        PathRole.Script,
        PathRole.SecretFile,
        PathRole.TerraformFile,
        PathRole.TerraformModule,
    ];

    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> directories = new(StringComparer.Ordinal);
    private readonly HashSet<string> patterns = new(StringComparer.Ordinal);

    /// <param name="tree">The whole repository.</param>
    /// <param name="uses">Those that count.</param>
    /// <param name="also">Paths and patterns that are used besides.</param>
    public UsedPaths(RepositoryTree tree, IEnumerable<PathUse> uses, IEnumerable<string>? also = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(uses);
        foreach (var path in uses.Where(Uses).Select(use => PathOf(tree, use)).Concat(also ?? []))
        {
            (
                path.AsSpan().ContainsAny('*', '?') ? patterns
                : tree.HasDirectory(path) ? directories
                : files
            ).Add(path);
        }
    }

    public int Count => files.Count + directories.Count + patterns.Count;

    /// <summary>Whether what names a path has it built, loaded or started. Tests are given their input.</summary>
    public static bool Uses(PathUse use) => use is { Tool: not "pytest" } && Array.IndexOf(Roles, use.Role) >= 0;

    /// <summary>What a use leads to, links followed.</summary>
    public static string PathOf(RepositoryTree tree, PathUse use)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(use);
        return tree.RealPath(use.Answer.Looked) ?? use.Answer.Looked;
    }

    /// <summary>A directory that is copied or mounted whole: documentation to be served, data.</summary>
    public static bool IsContent(RepositoryTree tree, PathUse use) =>
        use is { Role: PathRole.CopySource or PathRole.BindSource } && tree.HasDirectory(PathOf(tree, use));

    /// <summary>The file itself is named, or matched by a pattern.</summary>
    public bool HasFile(string path) =>
        files.Contains(path) || patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, path, ignoreCase: false));

    /// <summary>The named directories above a file, nearest first.</summary>
    public IEnumerable<string> Around(string path) =>
        directories.Count == 0 ? [] : RepositoryPath.Ancestors(RepositoryPath.Parent(path)).SkipLast(1).Where(directories.Contains);
}
