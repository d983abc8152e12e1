using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Starts;

/// <summary>The other packages of a workspace that an installation needs: what <c>workspace:*</c> means, and for a frozen lock of Bun every member.</summary>
/// <remarks>
/// Sources: pnpm, "Workspace protocol"; Yarn, "Workspaces", "Cross-references"; Bun, "Workspaces" and "bun install", <c>--frozen-lockfile</c> (oven-sh/bun#5792: a member that is absent
/// is a change of the lock).
/// </remarks>
internal sealed class NodeParts(Deployment deployment)
{
    private const string Protocol = "workspace:";

    private readonly List<PackageJson> packages = [.. deployment.Of<PackageJson>().Where(package => package.Name is not null)];

    public IEnumerable<ManifestParts> Of(StageCommand command, string directory)
    {
        if (
            KnownCommand.Of(command.Command).OfType<PackageScriptCommand>().FirstOrDefault()
                is not {
                    Manager: "pnpm" or "bun" or "yarn",
                    Verb: "install",
                    Directory: null,
                    Workspaces: [],
                    OmitsDevelopment: false
                } install
            || install.Arguments.Any(word => word.Literal == "--lockfile-only")
            // pnpm 10.32 makes a link to a member that is not there, and goes on, when it installs what the lock says.
            || install is { Manager: "pnpm", IsFrozen: true }
            || deployment.At<PackageJson>(command.Before, directory, "package.json") is not { } root
        )
        {
            return [];
        }

        var named = Inside(command, root, directory)
            .Select(member => new ManifestParts(
                $"{install.Manager} install",
                member.Package.File,
                member.Directory,
                [.. Named(member.Package)]
            ));
        return install is { Manager: "bun", IsFrozen: true }
            ? named.Append(new ManifestParts(PackageLocks.Tool(install), root.File, directory, [.. Members(root)]))
            : named;
    }

    /// <summary>The packages of the tree that the image holds there, the root among them, each with its directory.</summary>
    private IEnumerable<Member> Inside(StageCommand command, PackageJson root, string directory) =>
        packages
            .Where(package =>
                package != root
                && package.Dependencies.Any(IsOfWorkspace)
                && RepositoryPath.Inside(root.File.Directory, package.File.Path) is not null
            )
            .Select(package => new Member(
                package,
                ImagePath.Under(directory, RelativePath.Of(root.File.Directory, package.File.Directory))
            ))
            .Where(member => deployment.At<PackageJson>(command.Before, member.Directory, "package.json") == member.Package)
            .Prepend(new Member(root, directory));

    private IEnumerable<Fact<string>> Named(PackageJson package) =>
        from dependency in package.Dependencies
        where IsOfWorkspace(dependency)
        let meant = packages.FindAll(other => other.Name?.Value == dependency.Name)
        where meant.Count == 1
        select new Fact<string>(RelativePath.Of(package.File.Directory, meant[0].File.Path), dependency.Span);

    private static bool IsOfWorkspace(Dependency dependency) => dependency.Range?.StartsWith(Protocol, StringComparison.Ordinal) == true;

    private IEnumerable<Fact<string>> Members(PackageJson root) =>
        from pattern in root.Workspaces
        from member in packages
        where WorkspacePattern.Names(pattern.Value, root.File.Directory, member.File.Directory)
        select new Fact<string>(RelativePath.Of(root.File.Directory, member.File.Path), pattern.Span);

    /// <param name="Directory">Where the image holds it.</param>
    private sealed record Member(PackageJson Package, string Directory);
}
