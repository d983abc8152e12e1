using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>Where the manifest of a package leads who imports it, as far as all of its ways lead into a directory that only a build makes.</summary>
/// <remarks>Sources: Node.js documentation, "Modules: Packages", "Package entry points"; TypeScript handbook, "Modules: Reference".</remarks>
internal static class PackageEntries
{
    private static readonly string[] Fallbacks =
    [
        "index.js",
        "index.json",
        "index.node",
        "index.mjs",
        "index.cjs",
        "index.ts",
        "index.tsx",
        "index.d.ts",
    ];

    /// <summary>The first of them; null where one of them is in the repository, or may be elsewhere.</summary>
    /// <param name="subpath"><c>.</c> for the package itself, <c>./dates</c> for a part of it.</param>
    public static NamedPath? Built(RepositoryTree tree, PackageJson package, string subpath)
    {
        var ways = Ways(package, subpath);
        return
            ways.Count == 0
            || MayBeFile(tree, package, subpath)
            || !ways.TrueForAll(way => IsBuilt(tree, package, way.Path))
            || Array.Exists(Fallbacks, name => tree.HasFile(RepositoryPath.Join(package.File.Directory, name) ?? ""))
            ? null
            : ways[0];
    }

    /// <summary>Older resolutions of TypeScript do not know <c>exports</c>.</summary>
    private static List<NamedPath> Ways(PackageJson package, string subpath)
    {
        var exported = package.Exports.Where(way => way.Name == subpath && !way.Path.EndsWith(".css", StringComparison.Ordinal)).ToList();
        return package.File.Text.Contains("typesVersions", StringComparison.Ordinal) || (package.Exports.Count > 0 && exported.Count == 0)
                ? []
            : subpath == "." ? [.. exported, .. package.Entries]
            : exported;
    }

    /// <summary>A part may also be a file beside the manifest.</summary>
    private static bool MayBeFile(RepositoryTree tree, PackageJson package, string subpath) =>
        subpath != "."
        && (
            RepositoryPath.Join(package.File.Directory, subpath) is not { } path
            || tree.Has(path)
            || tree.FilesIn(RepositoryPath.Parent(path)).Any(file => file.Path.StartsWith(path + ".", StringComparison.Ordinal))
        );

    /// <summary>It lies in a directory of the package of which git holds nothing.</summary>
    private static bool IsBuilt(RepositoryTree tree, PackageJson package, string path) =>
        !path.Contains('*', StringComparison.Ordinal)
        && RepositoryPath.Join(package.File.Directory, path) is { } full
        && RepositoryPath.Inside(package.File.Directory, full) is { } inside
        && inside.Split('/') is [var first, _, ..]
        && RepositoryPath.Join(package.File.Directory, first) is { } directory
        && !tree.HasDirectory(directory);
}
