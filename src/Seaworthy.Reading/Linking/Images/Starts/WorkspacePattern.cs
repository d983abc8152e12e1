using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>What a pattern of a workspace names: <c>packages/core</c> one directory, <c>packages/*</c> all of one; others are left alone.</summary>
/// <remarks>Sources: npm documentation, "workspaces"; pnpm, "pnpm-workspace.yaml".</remarks>
internal static class WorkspacePattern
{
    /// <param name="pattern">As it is written.</param>
    /// <param name="root">The directory that the pattern is relative to.</param>
    /// <param name="directory">That of a package.</param>
    public static bool Names(string pattern, string root, string directory) =>
        pattern is not ['!', ..]
        && pattern.TrimEnd('/') is var path
        && (
            path.EndsWith("/*", StringComparison.Ordinal)
                ? RepositoryPath.Parent(directory) == RepositoryPath.Join(root, path[..^2])
                : directory == RepositoryPath.Join(root, path)
        );
}
