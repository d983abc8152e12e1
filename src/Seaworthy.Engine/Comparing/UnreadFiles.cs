using Seaworthy.Engine.Configuring;
using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Reading;

namespace Seaworthy.Engine.Comparing;

/// <summary>
/// Files that the base reads and the head holds, but does not read: filled up beyond the limit, no text any more, a link out of the repository, behind a link or a submodule, or below a directory that counts as one of others since a file was put there.
/// Their findings are not fixed, they are not seen.
/// </summary>
internal static class UnreadFiles
{
    /// <summary>Against the audit of the base.</summary>
    public static IReadOnlyList<Diagnostic> Of(Report before, Report after) =>
        Of(
            before.Deployment.Tree,
            before.Deployment.Artifacts.Select(artifact => artifact.File.Path).Distinct(StringComparer.Ordinal),
            after.Deployment,
            after.Diagnostics
        );

    /// <summary>Against the files of the base, which nobody audited.</summary>
    public static IReadOnlyList<Diagnostic> Of(TrustedTree before, Deployment after, IReadOnlyList<Diagnostic> diagnostics)
    {
        var unread = Of(before.Tree, before.Tree.Files.Where(file => file.IsReadable).Select(file => file.Path), after, diagnostics);
        var telling = DeploymentReader.Telling(before.Repository, before.Tree, [.. unread.Select(one => one.Path ?? "")]);
        return [.. unread.Where(one => telling.Contains(one.Path ?? ""))];
    }

    private static IReadOnlyList<Diagnostic> Of(
        RepositoryTree before,
        IEnumerable<string> paths,
        Deployment after,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var refused = diagnostics
            .Where(diagnostic =>
                diagnostic
                    is { Kind: DiagnosticKind.FileTooLarge or DiagnosticKind.FileBinary or DiagnosticKind.FileSpecial, Path: not null }
            )
            .ToLookup(diagnostic => diagnostic.Path, StringComparer.Ordinal);
        var read = after.Artifacts.Select(artifact => artifact.File.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. paths
                .Where(path => !read.Contains(path) && ForeignFiles.DirectoryOf(before, path) is null)
                .Select(path => new { Path = path, Why = refused[path].FirstOrDefault()?.Message ?? Why(after.Tree, path) })
                .Where(file => file.Why is not null)
                .Select(file => new Diagnostic(
                    DiagnosticKind.FileUnreadable,
                    $"The base reads the file, the head does not: {file.Why}",
                    file.Path
                )),
        ];
    }

    private static string? Why(RepositoryTree tree, string path) =>
        tree.Find(path) is { } file ? WhyOf(tree, file)
        : Above(path).FirstOrDefault(directory => tree.Find(directory) is not null) is { } other
            ? $"there, '{other}' is {(tree.Find(other) is { IsSubmodule: true } ? "a submodule" : "a link")}."
        : null;

    private static string? WhyOf(RepositoryTree tree, RepositoryFile file) =>
        ForeignFiles.DirectoryOf(tree, file.Path) is { } directory
            ? $"there, '{directory}' counts as a directory of packages or of test input."
        : file.IsSymbolicLink && tree.Resolve(file.Path) is null ? "it became a link to something that is not in the repository."
        : file.IsSubmodule ? "it became a submodule."
        : file.IsSpecial ? "it is no regular file."
        : null;

    private static IEnumerable<string> Above(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }
}
