using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>
/// Files that are there, so that paths into them resolve, but whose statements are not about this repository's deployment: packages of others, input of tests,
/// and the copies that editors keep of every save.
/// </summary>
/// <remarks>Source: Foundry Book, "Dependencies".</remarks>
public static class ForeignFiles
{
    // A directory named vendor may be the business of the product; these files tell that a package manager filled it.
    private static readonly IReadOnlyList<string> VendorMarks = ["modules.txt", "autoload.php", "bundle"];

    /// <summary>The outermost directory above a path that makes it one of them; null for the repository's own.</summary>
    /// <param name="tree">The whole repository.</param>
    /// <param name="path">Of a file.</param>
    /// <param name="own">A directory above it that is the repository's own, whatever lies above that.</param>
    public static string? DirectoryOf(RepositoryTree tree, string path, string own = "")
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(own);
        var below = own.Length == 0 ? 0 : own.Length + 1;
        for (int start = below, slash = path.IndexOf('/', below); slash >= 0; start = slash + 1, slash = path.IndexOf('/', start))
        {
            var name = path.AsSpan(start, slash - start);
            if (
                (FilePurposes.OfName(name) & (FilePurpose.Installed | FilePurpose.Fixture)) != 0
                || (name is "vendor" && VendorMarks.Any(mark => tree.Has($"{path[..slash]}/{mark}")))
                || tree.IsInstalledPackage(path[..slash])
                // Foundry installs what contracts need below lib, each with all that its own repository has.
                || (name is "lib" && path.IndexOf('/', slash + 1) > 0 && tree.HasFile(path[..start] + "foundry.toml"))
            )
            {
                return path[..slash];
            }
        }

        return null;
    }
}
