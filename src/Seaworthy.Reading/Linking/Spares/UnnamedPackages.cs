using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Spares;

/// <summary>
/// A package.json in a directory that no text outside it names, while others are named or are at the root: a stub, a copy, what was left behind. Packages of a workspace are reached by patterns.
/// </summary>
internal static class UnnamedPackages
{
    private static readonly string[] WorkspaceFiles = ["pnpm-workspace.yaml", "lerna.json", "nx.json", "turbo.json", "rush.json"];

    public static IEnumerable<SourceFile> Find(Deployment deployment)
    {
        var packages = deployment.Of<PackageJson>();
        var inner = packages.Where(package => package.File.Directory.Length > 0 && !IsInWorkspace(deployment, package)).ToList();
        if (inner.Count == 0 || packages.Count == 1)
        {
            return [];
        }

        var byName = inner.Select(package => package.File).ToLookup(file => RepositoryPath.NameOf(file.Directory), StringComparer.Ordinal);
        HashSet<SourceFile> unnamed = [.. inner.Select(package => package.File)];
        var names = SearchValues.Create([.. byName.Select(same => same.Key)], StringComparison.Ordinal);
        foreach (
            var text in deployment.Artifacts.Where(artifact => artifact is not (CodeFile or LockFile)).Select(artifact => artifact.File)
        )
        {
            Strike(text, names, byName, unnamed);
        }

        return unnamed.Count == packages.Count ? [] : unnamed;
    }

    private static void Strike(SourceFile text, SearchValues<string> names, ILookup<string, SourceFile> byName, HashSet<SourceFile> unnamed)
    {
        for (var at = 0; at < text.Text.Length && text.Text.AsSpan(at).IndexOfAny(names) is >= 0 and var hit; )
        {
            var start = at + hit;
            while (start > at && IsOfName(text.Text[start - 1]))
            {
                start--;
            }

            var end = at + hit + 1;
            while (end < text.Text.Length && IsOfName(text.Text[end]))
            {
                end++;
            }

            foreach (var package in byName[text.Text[start..end].TrimEnd('.')])
            {
                if (!text.Path.StartsWith(package.Directory + "/", StringComparison.Ordinal))
                {
                    unnamed.Remove(package);
                }
            }

            at = end;
        }
    }

    private static bool IsInWorkspace(Deployment deployment, PackageJson package) =>
        RepositoryPath
            .Ancestors(RepositoryPath.Parent(package.File.Directory))
            .Any(above =>
                deployment.In<PackageJson>(above).Any(other => other.Workspaces.Count > 0)
                || WorkspaceFiles.Any(name => deployment.Tree.HasFile(RepositoryPath.Join(above, name) ?? name))
            );

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '@';
}
