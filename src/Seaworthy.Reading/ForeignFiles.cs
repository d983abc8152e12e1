using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>
/// Files that are there, so that paths into them resolve, but whose statements are not about this repository's deployment: packages of others, input of tests,
/// and the copies that editors keep of every save.
/// </summary>
/// <remarks>Source: Foundry Book, "Dependencies".</remarks>
public static class ForeignFiles
{
    private static readonly IReadOnlyList<string> Packages =
    [
        "node_modules",
        ".pnpm-store",
        "bower_components",
        "site-packages",
        ".venv",
        "Pods",
    ];

    private static readonly IReadOnlyList<string> EditorHistory = [".history", ".lh"];

    // Conventions of test frameworks; what lies there is often broken on purpose.
    private static readonly IReadOnlyList<string> TestInput =
    [
        "testdata",
        "test_data",
        "test-data",
        "fixtures",
        "__fixtures__",
        "test-fixtures",
        "__snapshots__",
    ];

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
            var name = path[start..slash];
            if (
                Packages.Contains(name)
                || TestInput.Contains(name)
                || EditorHistory.Contains(name)
                || (name == "vendor" && VendorMarks.Any(mark => tree.Has($"{path[..slash]}/{mark}")))
                || tree.IsInstalledPackage(path[..slash])
                // Foundry installs what contracts need below lib, each with all that its own repository has.
                || (name == "lib" && path.IndexOf('/', slash + 1) > 0 && tree.HasFile(path[..start] + "foundry.toml"))
            )
            {
                return path[..slash];
            }
        }

        return null;
    }
}
