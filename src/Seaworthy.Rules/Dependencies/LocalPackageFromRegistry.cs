using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A package of a pnpm workspace asks for another one by a plain range, which pnpm 9 and later look up in the registry.</summary>
/// <remarks>Source: pnpm, "Workspaces" and "Settings", <c>linkWorkspacePackages</c>: false by default since 9.0; only <c>workspace:</c> then means the package beside.</remarks>
internal sealed class LocalPackageFromRegistry : Rule<LocalPackageFromRegistry.LocalNeed>
{
    private const string Workspace = "pnpm-workspace.yaml";
    private const int FirstRelease = 9;

    public override RuleInfo Info { get; } =
        new()
        {
            Id = "dependencies/local-package-from-registry",
            Title = "Missing workspace protocol",
            Area = Area.Dependencies,
            Severity = Severity.High,
            Certainty = Certainty.Likely,
            Rationale =
                "pnpm asks the registry for the package: the installation stops with 404, or takes what was published instead of the source beside it.",
            Holds = "pnpm takes the package from the workspace.",
        };

    public override IEnumerable<LocalNeed> Subjects(Deployment deployment) =>
        from workspace in deployment.Of<PnpmWorkspace>()
        where workspace.File.Name == Workspace
        let members = deployment.Of<PackageJson>().Where(package => workspace.Names(package.File.Directory)).ToList()
        let names = members
            .Where(member => member.Name is not null)
            .GroupBy(member => member.Name?.Value ?? "")
            .ToDictionary(same => same.Key, same => same.First())
        where names.Count > 0
        from package in members.Append(deployment.At<PackageJson>(RepositoryPath.Join(workspace.File.Directory, "package.json") ?? ""))
        where package is not null
        from dependency in package.Dependencies
        where dependency.Kind is DependencyKind.Runtime or DependencyKind.Development && dependency.RealName is null
        let local = names.GetValueOrDefault(dependency.Name)
        where local is not null && local != package
        select new LocalNeed(workspace, package, dependency, local);

    protected override Subject Identify(LocalNeed subject) =>
        new($"{subject.Package.File.Path}: {subject.Dependency.Name}", subject.Dependency.Span);

    protected override IEnumerable<Verdict> Check(LocalNeed subject, Deployment deployment)
    {
        var (dependency, local) = (subject.Dependency, subject.Local);
        var range = dependency.Range ?? "*";
        // "catalog:" and the like lead elsewhere.
        if (dependency.Source != DependencySource.Registry || range.Contains(':', StringComparison.Ordinal) || Links(subject, deployment))
        {
            yield break;
        }

        var root = subject.Workspace.File.Directory;
        var locked = deployment.At<LockFile>(RepositoryPath.Join(root, "pnpm-lock.yaml") ?? "");
        var release = ReleaseOf(deployment.At<PackageJson>(RepositoryPath.Join(root, "package.json") ?? ""), locked);
        if (release is not >= FirstRelease || IsLocked(subject, range, locked) || IsReplaced(subject, root, deployment))
        {
            yield break;
        }

        var message =
            $"{subject.Package.File.Path} asks for `{dependency.Name}` as `{range}`, which pnpm {release} looks up in the registry, not in {local.File.Directory}.";
        yield return (local.IsPrivate ? LikelyFail(dependency.Span, message) : Warn(dependency.Span, message).As(Severity.Medium))
            .Related(local.Name?.Span, local.IsPrivate ? "the private package of that name" : "the package of that name")
            .Remedy($"Write `\"{dependency.Name}\": \"workspace:*\"` in {dependency.Span}, and run `pnpm install`.")
            .VerifyGoneOr(
                $"git grep -nE {"link-?[wW]orkspace-?[pP]ackages *[=:] *(true|deep)"} -- {RepositoryPath.Join(root, ".npmrc") ?? ".npmrc"} {subject.Workspace.File.Path}"
            );
    }

    private static bool Links(LocalNeed need, Deployment deployment) =>
        need.Workspace.LinksPackages is { Value: not "false" }
        || deployment.At<NpmSettings>(RepositoryPath.Join(need.Workspace.File.Directory, ".npmrc") ?? "")
            is { LinksPackages.Value: not "false" };

    /// <summary>The lock file, as it is, has the package beside in the place of the range; an installation keeps it.</summary>
    private static bool IsLocked(LocalNeed need, string range, LockFile? locked)
    {
        var path = RepositoryPath.Inside(need.Workspace.File.Directory, need.Package.File.Directory) is { Length: > 0 } inside
            ? inside
            : ".";
        return locked?.Importers.FirstOrDefault(importer => importer.Path == path) is { } found
            && found.Linked.Contains(need.Dependency.Name)
            && found.Dependencies.Any(one => one.Name == need.Dependency.Name && (one.Range ?? "*") == range);
    }

    /// <summary>An override or a hook may lead to the package beside.</summary>
    private static bool IsReplaced(LocalNeed need, string root, Deployment deployment) =>
        need.Workspace.HasOverrides
        || deployment.Tree.HasFile(RepositoryPath.Join(root, ".pnpmfile.cjs") ?? "")
        || deployment.At<PackageJson>(RepositoryPath.Join(root, "package.json") ?? "")?.HasOverrides is true;

    /// <summary>The first number of pnpm's release: what corepack runs, else what wrote the lock file.</summary>
    private static int? ReleaseOf(PackageJson? root, LockFile? locked) =>
        root?.PackageManager is { Value: var stated } && stated.StartsWith("pnpm@", StringComparison.Ordinal)
            ? int.TryParse(stated["pnpm@".Length..].Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
                ? major
                : null
            : locked?.Format?.Value.StartsWith('9') is true
                ? FirstRelease
                : null;

    /// <summary>A package that asks for another one of its workspace.</summary>
    internal sealed record LocalNeed(PnpmWorkspace Workspace, PackageJson Package, Dependency Dependency, PackageJson Local);
}
