using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Images.Starts;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>The packages of JavaScript workspaces: the root of each package, and the packages that it needs.</summary>
/// <remarks>Sources: npm documentation, "workspaces"; pnpm, "pnpm-workspace.yaml"; Yarn and Bun, "Workspaces".</remarks>
internal sealed class WorkspacePackages
{
    private readonly Deployment deployment;
    private readonly List<PackageJson> all;
    private readonly Dictionary<PackageJson, IReadOnlyList<PackageJson>> members = new(ReferenceEqualityComparer.Instance);

    public WorkspacePackages(Deployment deployment)
    {
        this.deployment = deployment;
        all = [.. deployment.Of<PackageJson>()];
        foreach (var root in all)
        {
            if (Patterns(root) is { Count: > 0 } patterns)
            {
                members[root] = [.. all.Where(package => package != root && IsNamed(root, package, patterns))];
            }
        }
    }

    /// <summary>The members of a workspace; none for what is no root of one.</summary>
    public IReadOnlyList<PackageJson> Of(PackageJson root) => members.GetValueOrDefault(root, []);

    public PackageJson? RootOf(PackageJson package) =>
        RepositoryPath
            .Ancestors(package.File.Directory)
            .Select(directory => deployment.At<PackageJson>(RepositoryPath.Join(directory, "package.json") ?? ""))
            .FirstOrDefault(root => root is not null && (root == package ? members.ContainsKey(root) : Of(root).Contains(package)));

    /// <summary>The one member of that name; null where there is none, or two.</summary>
    public PackageJson? Named(PackageJson root, string name) =>
        Of(root).Where(member => member.Name?.Value == name).Take(2).ToList() is [var only] ? only : null;

    /// <summary>A package and the members that it needs, directly and through others, dependencies first.</summary>
    public IReadOnlyList<PackageJson> Closure(PackageJson root, IEnumerable<PackageJson> packages)
    {
        HashSet<PackageJson> seen = new(ReferenceEqualityComparer.Instance);
        List<PackageJson> ordered = [];
        foreach (var package in packages)
        {
            Visit(root, package, seen, ordered);
        }

        return ordered;
    }

    private void Visit(PackageJson root, PackageJson package, HashSet<PackageJson> seen, List<PackageJson> ordered)
    {
        if (!seen.Add(package))
        {
            return;
        }

        foreach (var needed in package.Dependencies.Select(dependency => Named(root, dependency.Name)).OfType<PackageJson>())
        {
            Visit(root, needed, seen, ordered);
        }

        ordered.Add(package);
    }

    private List<string> Patterns(PackageJson root) =>
        [
            .. root.Workspaces.Select(pattern => pattern.Value),
            .. deployment
                .At<PnpmWorkspace>(RepositoryPath.Join(root.File.Directory, "pnpm-workspace.yaml") ?? "")
                ?.Packages.Select(pattern => pattern.Value)
                ?? [],
        ];

    private static bool IsNamed(PackageJson root, PackageJson package, List<string> patterns) =>
        patterns.Exists(pattern => IsNamed(pattern, root.File.Directory, package.File.Directory));

    private static bool IsNamed(string pattern, string root, string directory) =>
        pattern is not ['!', ..]
        && (
            WorkspacePattern.Names(pattern, root, directory)
            || (
                pattern.EndsWith("/**", StringComparison.Ordinal)
                && RepositoryPath.Join(root, pattern[..^3]) is { } above
                && RepositoryPath.Inside(above, directory) is { Length: > 0 }
            )
        );
}
