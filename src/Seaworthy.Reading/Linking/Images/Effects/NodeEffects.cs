using Seaworthy.Model.Declared.Scripts.Commands;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Images.Effects.Packages;

namespace Seaworthy.Reading.Linking.Images.Effects;

/// <summary>JavaScript package managers and bundlers, and the tools that generate code from a project's own files.</summary>
internal static class NodeEffects
{
    private static readonly HashSet<string> Managers = new(StringComparer.Ordinal) { "npm", "yarn", "pnpm", "bun" };

    // Write below the project they are run in, or beside it.
    private static readonly HashSet<string> Builders = new(StringComparer.Ordinal)
    {
        "npx",
        "tsc",
        "vite",
        "next",
        "nuxt",
        "ng",
        "nest",
        "webpack",
        "rollup",
        "esbuild",
        "parcel",
        "turbo",
        "nx",
        "lerna",
        "gulp",
        "grunt",
        "prisma",
        "astro",
        "gatsby",
        "react-scripts",
        "vue-cli-service",
        "svelte-kit",
        "remix",
        "tsup",
        "swc",
        "babel",
        "sass",
        "tailwindcss",
        "postcss",
        "hugo",
        "mkdocs",
        "jekyll",
        "flutter",
        "dart",
        "protoc",
        "buf",
        "swag",
        "sqlc",
        "wire",
        "composer",
        "artisan",
        "bundle",
        "rails",
        "rake",
        "mix",
        "elm",
        "ember",
        "patch",
        "patch-package",
        "jar",
    };

    /// <summary>Builds or generates, and installs no packages.</summary>
    public static bool Builds(string program) => Builders.Contains(program);

    public static IEnumerable<ImageLayer>? Of(RunSite site) =>
        site.Line.Program is "playwright" or "puppeteer" && site.Words.Contains("install") ? [site.Elsewhere]
        : site.Line.Program.Split('@')[0] == "turbo" && TurboPrune.Of(site) is { } pruned ? pruned
        : Builders.Contains(site.Line.Program) ? [LeavingSources(Built(site))]
        : Managers.Contains(site.Line.Program) && !site.Words.Contains("deploy") ? Managed(site).Select(LeavingSources)
        : null;

    /// <summary>Scripts of a repository write outputs, and generators code of their own.</summary>
    private static ImageLayer LeavingSources(ImageLayer layer) =>
        layer is ImageLayer.Opened opened ? opened with { LeavesSources = true } : layer;

    private static IEnumerable<ImageLayer> Managed(RunSite site)
    {
        if (KnownCommand.Of(site.Command).OfType<PackageScriptCommand>().FirstOrDefault() is not { } known)
        {
            return [Built(site)];
        }

        var there = site with { Here = known.Directory is { } prefix ? site.Path(prefix) : site.Here };
        return known.Verb switch
        {
            "cache" or "config" or "set" or "fetch" or "audit" or "store" or "version" or "help" or "login" or "ping" => [],
            "install" or "add" or "prune" or "rebuild" or "dedupe" or "update" or "remove" or "uninstall" or "link" when known.IsGlobal =>
            [
                site.SystemWide,
            ],
            "install" or "add" or "prune" or "rebuild" or "dedupe" or "update" or "remove" or "uninstall" or "link" => Installed(
                there,
                known.Manager
            ),
            _ when InWorkspace(there, known) is { } project
                    && known.Script?.Literal is { } script
                    && project.Package is { } package
                    && site.Built.Packages.Of(project, package, script) is { } output => Layers(project, output),
            _ => [Built(there)],
        };
    }

    /// <summary>The one package that the script is of; null where it is run in several or the package is not known.</summary>
    private static RunSite? InWorkspace(RunSite site, PackageScriptCommand known) =>
        known switch
        {
            { IsInAllWorkspaces: true } or { Manager: "turbo" } => null,
            { Workspaces: [] } => site,
            { Workspaces: [{ Literal: { } name }] } when site.FindWorkspace(name) is { } directory => site with { Here = directory },
            _ => null,
        };

    private static IEnumerable<ImageLayer> Layers(RunSite site, PackageOutput output) =>
        [
            site.Open(site.ProjectRoot, path => site.Built.Standalone.IsNever(path) || Is(site, path, output.Lacks)),
            new ImageLayer.LeftOut(site.Here ?? "/", path => Is(site, path, output.LacksOutput), output.Because, site.Span)
            {
                Explain = path => Inside(site, path) is { } rest ? output.Explain(rest) : null,
            },
            new ImageLayer.Built(site.Here ?? "/", path => Is(site, path, output.Makes), site.Span),
        ];

    private static bool Is(RunSite site, string path, Func<string, bool> of) => Inside(site, path) is { Length: > 0 } rest && of(rest);

    private static string? Inside(RunSite site, string path) => site.Here is { } here ? ImagePath.Inside(here, path) : null;

    private static bool IsOfManager(string manager, string file) =>
        manager switch
        {
            "npm" => file == "package-lock.json",
            "pnpm" => file == "pnpm-lock.yaml",
            "bun" => file is "bun.lock" or "bun.lockb",
            _ => file is "yarn.lock" or ".pnp.cjs" or ".yarn" or ".pnp.loader.mjs",
        };

    private static bool IsOutput(RunSite site, string path) => Inside(site, path)?.Split('/')[0] is "dist" or "build" or "out" or ".next";

    private static ImageLayer Built(RunSite site) =>
        site.Package is { } package && site.Built.Packages.LeadsOut(package)
            ? site.Everything
            : site.Open(site.ProjectRoot, site.Built.Standalone.IsNever);

    /// <summary>Every workspace gets its <c>node_modules</c>; a lock file is written where there was none; scripts of the package may generate more.</summary>
    private static IEnumerable<ImageLayer> Installed(RunSite site, string manager)
    {
        yield return site.OpenEverywhere("node_modules");
        if (site.Here is { } here)
        {
            yield return site.Open(here, path => ImagePath.Parent(path) != here || !IsOfManager(manager, ImagePath.NameOf(path)));
            // Yarn may keep packages in archives.
            if (manager != "yarn" && site.Package?.Dependencies.Count > 0)
            {
                yield return new ImageLayer.Made(ImagePath.Under(here, "node_modules"), null, site.Span);
            }
        }
        else
        {
            yield return site.Everything;
        }

        if (site.HasInstallScript())
        {
            yield return site.Open(site.ProjectRoot, path => site.InstallScriptsAreQuiet && IsOutput(site, path));
        }
    }
}
