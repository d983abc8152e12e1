using Seaworthy.Model.Declared.Scripts.Commands;

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
        : Builders.Contains(site.Line.Program) ? [Built(site)]
        : Managers.Contains(site.Line.Program) && !site.Words.Contains("deploy") ? Managed(site)
        : null;

    private static IEnumerable<ImageLayer> Managed(RunSite site)
    {
        if (KnownCommand.Of(site.Command).OfType<PackageScriptCommand>().FirstOrDefault() is not { } known)
        {
            return [Built(site)];
        }

        var directory = known.Directory is { } prefix ? site.Path(prefix) : site.Here;
        var there = site with { Here = directory };
        return known.Verb switch
        {
            "cache" or "config" or "set" or "fetch" or "audit" or "store" or "version" or "help" or "login" or "ping" => [],
            "install" or "add" or "prune" or "rebuild" or "dedupe" or "update" or "remove" or "uninstall" or "link" when known.IsGlobal =>
            [
                site.Elsewhere,
            ],
            "install" or "add" or "prune" or "rebuild" or "dedupe" or "update" or "remove" or "uninstall" or "link" => Installed(there),
            _ when known.Script?.Literal is { } script && Bundled(there, script) is { } output =>
            [
                site.Open(there.ProjectRoot, path => site.Built.IsNoStandalone(path) || IsLeftOut(there, path, output.Lacks)),
                new ImageLayer.LeftOut(path => IsLeftOut(there, path, output.LacksOutput), output.Because, site.Span),
            ],
            _ => [Built(there)],
        };
    }

    private static BundlerOutput? Bundled(RunSite site, string script) =>
        site.Package is { } package ? site.Built.Bundlers.Of(package, script) : null;

    private static bool IsLeftOut(RunSite site, string path, Func<string, bool> lacks) =>
        site.Here is { } here && ImageLayer.Below(here, path) is { Length: > 0 } rest && lacks(rest);

    private static ImageLayer Built(RunSite site) => site.Open(site.ProjectRoot, site.Built.IsNoStandalone);

    /// <summary>Every workspace gets its <c>node_modules</c>; a lock file is written where there was none; scripts of the package may generate more.</summary>
    private static IEnumerable<ImageLayer> Installed(RunSite site)
    {
        yield return site.OpenEverywhere("node_modules");
        yield return site.Open(
            site.Here,
            path =>
                ImagePath.NameOf(path)
                    is not (
                        "package-lock.json"
                        or "yarn.lock"
                        or "pnpm-lock.yaml"
                        or "bun.lockb"
                        or "bun.lock"
                        or ".pnp.cjs"
                        or ".yarn"
                        or ".pnp.loader.mjs"
                    )
        );
        if (site.HasInstallScript())
        {
            yield return site.Project;
        }
    }
}
