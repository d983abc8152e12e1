using Seaworthy.Model.Source;

namespace Seaworthy.Reading;

/// <summary>
/// Packages of others that some repositories carry along: they are there, so paths into them resolve, but what they say of their own deployment is not about this repository.
/// </summary>
internal static class ThirdPartyCode
{
    private static readonly IReadOnlyList<string> Directories = ["node_modules", "bower_components", "site-packages", ".venv", "Pods"];

    // A directory named vendor may be the business of the product; these files tell that a package manager filled it.
    private static readonly IReadOnlyList<string> VendorMarks = ["modules.txt", "autoload.php", "bundle"];

    public static bool Holds(RepositoryTree tree, string path)
    {
        for (
            int start = 0, slash = path.IndexOf('/', StringComparison.Ordinal);
            slash >= 0;
            start = slash + 1, slash = path.IndexOf('/', start)
        )
        {
            var name = path[start..slash];
            if (Directories.Contains(name) || (name == "vendor" && VendorMarks.Any(mark => tree.Has($"{path[..slash]}/{mark}"))))
            {
                return true;
            }
        }

        return false;
    }
}
