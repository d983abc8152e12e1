using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>The packages whose script a command of a package manager or of Turborepo runs, as far as the image is known to hold them.</summary>
internal sealed class ScriptTargets(Deployment deployment, WorkspacePackages workspaces, ImageFiles files, Func<string, string?> variable)
{
    /// <summary>Those that are needed stand before those that need them; null when unknown.</summary>
    public IReadOnlyList<ScriptTarget>? Of(PackageScriptCommand known, string here, PackageJson? current)
    {
        var place =
            known.Directory is not { } word ? here
            : Text(word) is { } inside ? ImagePath.Join(here, inside)
            : null;
        if (place is null || known.Script is not { } named || Text(named) is not { } script)
        {
            return null;
        }

        return known switch
        {
            { Manager: "turbo" } => OfTurbo(known, place, script, current),
            { IsInAllWorkspaces: true } => OfAll(known, place, script),
            { Workspaces.Count: > 0 } => OfWorkspaces(known, place, script),
            { IsInRoot: true } => RootAt(place) is { } top ? Existing([top], script) : null,
            _ => deployment.At<PackageJson>(files, place, "package.json") is { } package && package.FindScript(script) is not null
                ? [new ScriptTarget(package, place, script)]
                : null,
        };
    }

    private List<ScriptTarget>? OfAll(PackageScriptCommand known, string place, string script) =>
        RootAt(place) is { } root
            ? Existing(
                known.Workspaces.Count > 0
                    ? Selected(root, known.Workspaces)
                    : workspaces.Closure(root.Package, workspaces.Of(root.Package)),
                root,
                script
            )
            : null;

    private List<ScriptTarget>? OfWorkspaces(PackageScriptCommand known, string place, string script) =>
        RootAt(place) is { } root ? Existing(Selected(root, known.Workspaces), root, script) : null;

    private List<ScriptTarget>? OfTurbo(PackageScriptCommand known, string place, string script, PackageJson? current)
    {
        if (RootAt(place) is not { } root || deployment.At<TurboJson>(Beside(root.Package, "turbo.json")) is not { } tasks)
        {
            return null;
        }

        // Run in a package, it is that package's task.
        IEnumerable<PackageJson>? chosen =
            known.Workspaces.Count > 0 ? Selected(root, known.Workspaces)
            : current is null || current == root.Package ? workspaces.Of(root.Package)
            : null;
        if (chosen is null || !tasks.DependsOn.TryGetValue(script, out var waits))
        {
            return null;
        }

        return Existing(waits.Contains("^" + script) ? workspaces.Closure(root.Package, chosen) : [.. chosen], root, script);
    }

    private static string Beside(PackageJson package, string name) => RepositoryPath.Join(package.File.Directory, name) ?? name;

    /// <summary>The root of the workspace at or above a directory of the image.</summary>
    private Root? RootAt(string place) =>
        ImagePath
            .Ancestors(place)
            .Select(above => new { Directory = above, Package = deployment.At<PackageJson>(files, above, "package.json") })
            .Where(found => found.Package is not null && workspaces.Of(found.Package).Count > 0)
            .Select(found => found.Package is { } package ? new Root(package, found.Directory) : null)
            .FirstOrDefault();

    /// <summary>Null where a selection is computed, or by more than names and directories.</summary>
    private IReadOnlyList<PackageJson>? Selected(Root root, IReadOnlyList<ShellWord> words)
    {
        List<PackageJson> found = [];
        foreach (var word in words)
        {
            if (Text(word) is not { } text || text.AsSpan().ContainsAny("*![]^"))
            {
                return null;
            }

            var name = text.Replace("...", "", StringComparison.Ordinal).Trim('{', '}');
            if (name.Length == 0 || (workspaces.Named(root.Package, name) ?? At(root, name)) is not { } package)
            {
                return null;
            }

            found.AddRange(text.EndsWith("...", StringComparison.Ordinal) ? workspaces.Closure(root.Package, [package]) : [package]);
        }

        return [.. found.Distinct()];
    }

    private PackageJson? At(Root root, string path) =>
        RepositoryPath.Join(root.Package.File.Directory, path) is { } directory
            ? workspaces.Of(root.Package).FirstOrDefault(member => member.File.Directory == directory.TrimEnd('/'))
            : null;

    private List<ScriptTarget>? Existing(IReadOnlyList<PackageJson>? packages, Root root, string script) =>
        packages is null
            ? null
            : Existing(
                packages.Select(package => new Root(
                    package,
                    ImagePath.Under(root.Directory, RepositoryPath.Inside(root.Package.File.Directory, package.File.Directory) ?? "")
                )),
                script
            );

    private List<ScriptTarget> Existing(IEnumerable<Root> packages, string script) =>
        [
            .. packages
                .Where(package =>
                    package.Package.FindScript(script) is not null
                    && deployment.At<PackageJson>(files, package.Directory, "package.json") == package.Package
                )
                .Select(package => new ScriptTarget(package.Package, package.Directory, script)),
        ];

    private string? Text(ShellWord word) => word.With(variable);

    private sealed record Root(PackageJson Package, string Directory);
}
