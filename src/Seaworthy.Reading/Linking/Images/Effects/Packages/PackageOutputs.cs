using System.Buffers;
using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>
/// The output directories of package scripts: for Next.js, Vite, Create React App, NestJS and the TypeScript compiler, if nothing else in the script or its plugins writes files.
/// </summary>
/// <remarks>Sources: Vite, "Build Options", <c>build.outDir</c>; Next.js, "next.config.js: distDir, output"; Create React App, "Advanced Configuration", <c>BUILD_PATH</c>.</remarks>
internal sealed class PackageOutputs(Deployment deployment)
{
    // Beside a bundler these write nothing, or nothing under the names in question.
    private static readonly HashSet<string> Checks = new(StringComparer.Ordinal)
    {
        "eslint",
        "prettier",
        "vue-tsc",
        "svelte-check",
        "echo",
        "rimraf",
        "rm",
        "del-cli",
        "prisma",
        "tsc-alias",
        "tspaths",
    };

    // Frameworks and plugins that choose a directory of their own, or fill "public".
    private static readonly string[] Others =
    [
        "astro",
        "vike",
        "vinxi",
        "nitro",
        "nitropack",
        "nuxt",
        "electron",
        "gatsby",
        "vitepress",
        "laravel-vite-plugin",
        "vite-plugin-ssr",
        "vite-plugin-static-copy",
        "next-pwa",
        "next-sitemap",
        "next-export-optimize-images",
        "solid-start",
        "single-spa-react",
    ];

    private static readonly SearchValues<string> Outputs = SearchValues.Create(
        ["out", "dist", "dest", "build", "cp ", "mv "],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly string[] LockFiles = ["pnpm-lock.yaml", "package-lock.json", "yarn.lock", "bun.lock", "bun.lockb"];

    private static readonly string[] OtherScopes =
    [
        "@sveltejs/",
        "@remix-run/",
        "@react-router/",
        "@tanstack/start",
        "@tanstack/react-start",
        "@tanstack/solid-start",
        "@quasar/",
        "@serwist/",
        "@ducanh2912/",
        "@cloudflare/",
        "@crxjs/",
        "@module-federation/",
        "@payloadcms/",
        "@electron",
    ];

    private readonly CompilerOutputs compiler = new(deployment);

    /// <summary>A configuration of the package or one of its scripts writes above it: <c>outDir: "../server/public"</c>.</summary>
    public bool LeadsOut(PackageJson package) =>
        deployment
            .Tree.FilesIn(package.File.Directory)
            .Where(file =>
                RepositoryPath.NameOf(file.Path) is var name
                && (name.Contains(".config.", StringComparison.Ordinal) || name == "angular.json")
            )
            .Select(file => deployment.At<Artifact>(file.Path)?.File)
            .OfType<SourceFile>()
            .Append(package.File)
            .Any(HasWayOut);

    private static bool HasWayOut(SourceFile file)
    {
        foreach (var line in file.Text.AsSpan().EnumerateLines())
        {
            if (line.Contains("../", StringComparison.Ordinal) && line.ContainsAny(Outputs))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Null where anything may be made.</summary>
    public PackageOutput? Of(RunSite site, PackageJson package, string script) =>
        package.FindScript(script) is not { Commands.Count: > 0 } run
        || package.FindScript("pre" + script) is not null
        || package.FindScript("post" + script) is not null
        || package.Workspaces.Count > 0
            ? null
            : OfBundler(site, package, run) ?? (PackageOutput?)OfCompiler(site, package, run);

    private BundlerOutput? OfBundler(RunSite site, PackageJson package, PackageScript run)
    {
        if (package.Dependencies.Any(dependency => IsOther(dependency.Name)))
        {
            return null;
        }

        BundlerOutput? found = null;
        HashSet<string> compiled = new(StringComparer.Ordinal);
        foreach (var command in run.Commands)
        {
            if (command.Redirects.Count > 0)
            {
                return null;
            }

            if (command.Program == "tsc")
            {
                compiled.UnionWith(CompiledTo(package.File.Directory));
            }
            else if (found is null && Bundled(site, package, command) is { } output)
            {
                found = output;
            }
            else if (!IsCheck(command))
            {
                return null;
            }
        }

        return found is null ? null : found with { Others = compiled };
    }

    /// <summary>Whatever other commands there are add to what the compiler writes.</summary>
    private CompilerOutput? OfCompiler(RunSite site, PackageJson package, PackageScript run)
    {
        var commands = run.Commands.Where(CompilerOutputs.Is).ToList();
        return commands.Count == 1 && compiler.Of(site, package, commands[0]) is { Files.Count: > 0 } output
            ? output with
            {
                IsShared =
                    output.IsShared
                    || run.Commands.Any(command => command.Redirects.Count > 0 || !(CompilerOutputs.Is(command) || IsCheck(command))),
            }
            : null;
    }

    private static bool IsCheck(ShellCommand command) => Checks.Contains(command.Program) || Is(command, "next", "lint");

    private BundlerOutput? Bundled(RunSite site, PackageJson package, ShellCommand command) =>
        Is(command, "next", "build") ? Next(site, package.File.Directory)
        : Is(command, "vite", "build") ? Vite(package.File.Directory, command)
        : Is(command, "react-scripts", "build") && package.FindDependency("react-scripts") is not null ? Plain("build")
        : null;

    private BundlerOutput? Next(RunSite site, string directory)
    {
        if (
            Configurations(directory, "next.config.") is not { } files
            || files.Any(file => Mentions(file, "distDir", "writeFile", "copyFile", "CopyPlugin", "CopyWebpackPlugin"))
        )
        {
            return null;
        }

        var output = files.SelectMany(file => file.Settings).FirstOrDefault(setting => setting.Name == "next.output");
        return output is null
            ? files.Any(file => Mentions(file, "output", "..."))
                ? null
                : Plain(".next")
            : output.Value is not CodeValue.Literal kind
                ? null
                : kind.Text switch
                {
                    "export" => Plain(".next", "out"),
                    "standalone" => Standalone(site, files.Any(file => Mentions(file, "outputFileTracingRoot", "turbo", "root:"))),
                    _ => Plain(".next"),
                };
    }

    /// <summary>
    /// The server of <c>output: "standalone"</c> lies as deep as the package below what Next.js takes for the root of its files: the directory of the nearest lock file, or the one that is configured.
    /// Where there are several lock files, its versions choose differently.
    /// </summary>
    private static BundlerOutput Standalone(RunSite site, bool hasOwnRoot)
    {
        const string Directory = ".next/standalone";
        var output = Plain(".next") with { Inside = [Directory, ".next/static"] };
        if (hasOwnRoot || site.Here is not { } here)
        {
            return output;
        }

        var locks = ImagePath
            .Ancestors(here)
            .Where(above => above == here || above != "/")
            .SelectMany(above =>
                LockFiles.Select(name => new { Directory = above, Answer = site.Before.Find(ImagePath.Under(above, name)) })
            )
            .Where(found => found.Answer.Presence is Presence.Present or Presence.Unknown)
            .ToList();
        return locks.Select(found => found.Directory).Distinct(StringComparer.Ordinal).Count() > 1
            || locks.Exists(found => found.Directory != here && found.Answer.Presence == Presence.Unknown)
                ? output
            : locks is [var only, ..] && ImagePath.Inside(only.Directory, here) is { Length: > 0 } project
                ? output with
                {
                    Inside = [.. output.Inside, $"{Directory}/{project}", $"{Directory}/{project}/server.js"],
                    Moved = (
                        $"{Directory}/server.js",
                        $"Next.js writes it to {Directory}/{project}/server.js, because its root is the directory of {ImagePath.NameOf(only.Answer.Looked)}"
                    ),
                }
            : output with { Inside = [.. output.Inside, $"{Directory}/server.js"] };
    }

    private BundlerOutput? Vite(string directory, ShellCommand command)
    {
        if (
            command.Words.Any(word =>
                word.Raw.StartsWith("--", StringComparison.Ordinal) && !word.Raw.StartsWith("--mode", StringComparison.Ordinal)
            ) || Configurations(directory, "vite.config.") is not { } files
        )
        {
            return null;
        }

        var settings = files.SelectMany(file => file.Settings).ToList();
        var written = settings.Find(setting => setting.Name == "vite.build.outDir");
        return settings.Exists(setting => setting.Name == "vite.root") ? null
            : written is null
                ? files.Any(file => Mentions(file, "outDir", "root:", "mergeConfig", "writeBundle", "closeBundle")) ? null
                    : Plain("dist")
            : written.Value is CodeValue.Literal { Text: var text } && RepositoryPath.Join("", text) is { Length: > 0 } path
                ? Plain(path.Split('/')[0]) with
                {
                    Because = written.Span,
                }
            : null;
    }

    /// <summary>The configuration files of a directory; null when one of them was not read.</summary>
    private IReadOnlyList<CodeFile>? Configurations(string directory, string prefix)
    {
        List<CodeFile> found = [];
        foreach (
            var file in deployment
                .Tree.FilesIn(directory)
                .Where(file => RepositoryPath.NameOf(file.Path).StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            if (deployment.At<CodeFile>(file.Path) is not { } code)
            {
                return null;
            }

            found.Add(code);
        }

        return found;
    }

    private IEnumerable<string> CompiledTo(string directory) =>
        deployment
            .In<TsConfig>(directory)
            .Select(config => config.OutDir?.Value)
            .OfType<string>()
            .Select(path => RepositoryPath.Join("", path)?.Split('/')[0] ?? "");

    private static bool Mentions(CodeFile file, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (file.File.Text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOther(string name) =>
        Others.Contains(name) || Array.Exists(OtherScopes, scope => name.StartsWith(scope, StringComparison.Ordinal));

    private static bool Is(ShellCommand command, string program, string verb) =>
        command.Program == program && command.Words is [_, { Literal: var first }, ..] && first == verb;

    private static BundlerOutput Plain(params IReadOnlyList<string> directories) =>
        new(directories.ToHashSet(StringComparer.Ordinal), null);
}
