using Seaworthy.Model.Source;

namespace Seaworthy.Model.Known.Packages;

/// <summary>What a program of Next.js has, by the names of its files.</summary>
/// <remarks>Source: Next.js documentation, "Project structure and organization"; "src Directory"; "middleware.js".</remarks>
public static class NextParts
{
    private static readonly string[] Roots = ["", "src"];
    private static readonly string[] Pages = ["page", "route", "layout"];

    public static bool HasAppRouter(string directory, RepositoryTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Array.Exists(
            Roots,
            root =>
                RepositoryPath.Join(RepositoryPath.Join(directory, root), "app") is { } app
                && tree.FilesUnder(app).Any(file => Pages.Contains(RepositoryPath.NameOf(file.Path).Split('.')[0]))
        );
    }

    public static bool HasMiddleware(string directory, RepositoryTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Array.Exists(
            Roots,
            root =>
                RepositoryPath.Join(directory, root) is { } place
                && (
                    tree.HasFile(RepositoryPath.Join(place, "middleware.ts") ?? "")
                    || tree.HasFile(RepositoryPath.Join(place, "middleware.js") ?? "")
                )
        );
    }
}
