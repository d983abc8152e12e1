using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Paths;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The other packages of a workspace that an installation needs: what <c>workspace:*</c> means, and for a frozen lock of Bun every member.</summary>
/// <remarks>
/// Sources: pnpm, "Workspace protocol"; Yarn, "Workspaces", "Cross-references"; Bun, "Workspaces" and "bun install", <c>--frozen-lockfile</c> (oven-sh/bun#5792: a member that is absent
/// is a change of the lock).
/// </remarks>
internal sealed class NodeParts(Deployment deployment)
{
    private const string Protocol = "workspace:";

    private readonly Dictionary<string, List<PackageJson>> packages = deployment
        .Of<PackageJson>()
        .Where(package => package.Name is not null)
        .GroupBy(package => package.Name?.Value ?? "", StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    public IEnumerable<ManifestParts> Of(StageCommand command, CommandLine line, string directory)
    {
        if (!Installs(line) || Selects(line) || deployment.At<PackageJson>(command.Before, directory, "package.json") is not { } root)
        {
            return [];
        }

        var tool = $"{line.Program} install";
        var named = Inside(command, root, directory)
            .Select(member => new ManifestParts(tool, member.Package.File, member.Directory, [.. Named(member.Package)]));
        return line.Program == "bun" && line.Arguments.Any(word => word.Literal is "--frozen-lockfile" or "ci")
            ? named.Append(new ManifestParts("bun install --frozen-lockfile", root.File, directory, [.. Members(root)]))
            : named;
    }

    private static bool Installs(CommandLine line) =>
        line.Program switch
        {
            "pnpm" or "bun" => line.Verb is "install" or "i" or "ci",
            "yarn" => line.Verb is "install" or "" or ['-', ..],
            _ => false,
        };

    /// <summary>Only some packages are installed, or in another place.</summary>
    private static bool Selects(CommandLine line) =>
        line.Arguments.Any(word =>
            word.Prefix.Split('=')[0]
                is "-C"
                    or "--dir"
                    or "--cwd"
                    or "--filter"
                    or "-F"
                    or "--prod"
                    or "-P"
                    or "--production"
                    or "--lockfile-only"
        );

    /// <summary>The packages of the tree that the image holds there, the root among them, each with its directory.</summary>
    private IEnumerable<(PackageJson Package, string Directory)> Inside(StageCommand command, PackageJson root, string directory) =>
        packages
            .Values.SelectMany(same => same)
            .Where(package =>
                package != root
                && package.Dependencies.Any(IsOfWorkspace)
                && RepositoryPath.Inside(root.File.Directory, package.File.Path) is not null
            )
            .Select(package =>
                (Package: package, Directory: ImagePath.Under(directory, RelativePath.Of(root.File.Directory, package.File.Directory)))
            )
            .Where(member => deployment.At<PackageJson>(command.Before, member.Directory, "package.json") == member.Package)
            .Prepend((root, directory));

    private IEnumerable<Fact<string>> Named(PackageJson package) =>
        from dependency in package.Dependencies
        where IsOfWorkspace(dependency)
        let meant = packages.GetValueOrDefault(dependency.Name) ?? []
        where meant.Count == 1
        select new Fact<string>(RelativePath.Of(package.File.Directory, meant[0].File.Path), dependency.Span);

    private static bool IsOfWorkspace(Dependency dependency) => dependency.Range?.StartsWith(Protocol, StringComparison.Ordinal) == true;

    /// <summary>The packages that the patterns of the root name, in directories or all of one directory.</summary>
    private IEnumerable<Fact<string>> Members(PackageJson root)
    {
        foreach (var pattern in root.Workspaces.Where(pattern => pattern.Value is not ['!', ..]))
        {
            var path = pattern.Value.TrimEnd('/').StartsWith("./", StringComparison.Ordinal)
                ? pattern.Value.TrimEnd('/')[2..]
                : pattern.Value.TrimEnd('/');
            var isAll = path.EndsWith("/*", StringComparison.Ordinal);
            var parent = isAll ? path[..^2] : path;
            if (parent.Contains('*', StringComparison.Ordinal) || RepositoryPath.Join(root.File.Directory, parent) is not { } place)
            {
                continue;
            }

            foreach (
                var member in packages
                    .Values.SelectMany(same => same)
                    .Where(package => isAll ? RepositoryPath.Parent(package.File.Directory) == place : package.File.Directory == place)
            )
            {
                yield return new Fact<string>(RelativePath.Of(root.File.Directory, member.File.Path), pattern.Span);
            }
        }
    }
}
