using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Whether a path would be in a clone, and if not, why not.</summary>
internal static class ClonePaths
{
    /// <summary>Looks for a file or directory by its path from the root. <paramref name="asWritten"/> is tried from the root too, to tell a wrong base from a missing file.</summary>
    public static PathAnswer Look(this RepositoryTree tree, string path, string? asWritten = null)
    {
        if (tree.Has(path))
        {
            return new PathAnswer(Presence.Present, path);
        }

        if (tree.FindOtherCase(path) is { } actual)
        {
            return new PathAnswer(Presence.OtherCase, path, actual);
        }

        if (path == ".git" || path.StartsWith(".git/", StringComparison.Ordinal))
        {
            return new PathAnswer(Presence.Unknown, path, Why: "git creates it in every clone");
        }

        if (tree.FindSubmodule(path) is { } module)
        {
            return new PathAnswer(Presence.Unknown, path, Why: $"{module.Path} is a submodule, which git fetches on request");
        }

        if (PackageDirectories.MadeBy(tree, path) is { } installation)
        {
            return new PathAnswer(Presence.Unknown, path, Why: installation);
        }

        if (tree.WhyIgnored(path) is { } rule)
        {
            return new PathAnswer(Presence.IgnoredByGit, path, Because: rule.Span);
        }

        var fromRoot = asWritten is null ? null : RepositoryPath.Join("", asWritten);
        return fromRoot is { Length: > 0 } && fromRoot != path && tree.Has(fromRoot)
            ? new PathAnswer(Presence.Elsewhere, path, fromRoot)
            : new PathAnswer(Presence.Absent, path);
    }
}
