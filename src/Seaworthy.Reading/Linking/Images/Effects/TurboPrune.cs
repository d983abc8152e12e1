using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>
/// The part of a workspace that <c>turbo prune</c> writes into a directory: the packages that are asked for, those that they need, and of the root what belongs to the package manager.
/// Other files of the root are left behind.
/// </summary>
/// <remarks>Source: Turborepo documentation, "prune"; vercel/turborepo, <c>commands/prune.rs</c>.</remarks>
internal static class TurboPrune
{
    private const string Manifest = "package.json";

    private static readonly OptionGrammar Grammar = new("--scope --out-dir --cwd --filter -F");

    /// <summary>Null for another command of Turborepo, and when the packages are unknown.</summary>
    public static IEnumerable<ImageLayer>? Of(RunSite site)
    {
        if (
            site is not { Verb: "prune", Here: { } here, Package: { } root }
            || site.Built.Workspaces.Of(root).Count == 0
            || Asked(site, root) is not { Count: > 0 } asked
            || OutOf(site, here) is not { } target
        )
        {
            return null;
        }

        var packages = site.Built.Workspaces.Closure(root, asked);
        var isForDocker = site.Line.Options(Grammar).Has("--docker");
        List<ImageLayer> layers =
        [
            new ImageLayer.Opened(target, "turbo prune may leave it there", site.Span)
            {
                // The root's files are those of package managers, and what the settings name.
                LeavesSources = site.Built.FindTurbo(root) is not { GlobalDependencies.Count: > 0 } tasks || !MayCopySources(tasks),
            },
        ];
        layers.AddRange(Copies(site, here, isForDocker ? ImagePath.Under(target, "full") : target, root, packages, isManifestAlone: false));
        if (isForDocker)
        {
            layers.AddRange(Copies(site, here, ImagePath.Under(target, "json"), root, packages, isManifestAlone: true));
        }

        return layers;
    }

    /// <summary>A setting may have files of the root copied along on which everything depends.</summary>
    private static bool MayCopySources(TurboJson tasks) =>
        tasks.GlobalDependencies.Any(pattern =>
            pattern.Value.EndsWith('*')
            || pattern.Value.EndsWith(".ts", StringComparison.Ordinal)
            || pattern.Value.EndsWith(".js", StringComparison.Ordinal)
            || pattern.Value.EndsWith(".mjs", StringComparison.Ordinal)
            || pattern.Value.EndsWith(".cjs", StringComparison.Ordinal)
            || pattern.Value.EndsWith(".json", StringComparison.Ordinal)
        );

    private static string? OutOf(RunSite site, string here) =>
        site.Line.Options(Grammar).Value("--out-dir") is { } word ? site.Path(word) : ImagePath.Under(here, "out");

    private static IReadOnlyList<PackageJson>? Asked(RunSite site, PackageJson root)
    {
        var options = site.Line.Options(Grammar);
        List<PackageJson> asked = [];
        foreach (var word in options.Operands.Skip(1).Concat(options.Values("--scope")))
        {
            if (site.Text(word) is not { } name || site.Built.Workspaces.Named(root, name) is not { } package)
            {
                return null;
            }

            asked.Add(package);
        }

        return asked;
    }

    private static IEnumerable<ImageLayer> Copies(
        RunSite site,
        string here,
        string target,
        PackageJson root,
        IReadOnlyList<PackageJson> packages,
        bool isManifestAlone
    )
    {
        yield return Copy(site, here, target, Manifest);
        foreach (var package in packages)
        {
            var inside = RepositoryPath.Inside(root.File.Directory, package.File.Directory) ?? "";
            yield return Copy(site, here, target, isManifestAlone ? $"{inside}/{Manifest}" : inside);
        }
    }

    private static ImageLayer.CopiedFromStage Copy(RunSite site, string here, string target, string path) =>
        new(ImagePath.Under(target, path), site.Before, ImagePath.Under(here, path), site.Span);
}
