using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Dependencies;

/// <summary>A program of TypeScript that <c>tsc</c> compiles and Node.js runs, and an import of it by an alias of its tsconfig.json.</summary>
/// <param name="Build">The script that compiles it.</param>
/// <param name="Start">The command that starts what was compiled.</param>
/// <param name="Count">How many of its imports go by an alias.</param>
internal sealed record AliasedImport(PackageJson Package, PackageScript Build, string Start, PathAlias Alias, CodeImport Import, int Count)
{
    // Compilers that follow aliases themselves.
    private static readonly HashSet<string?> OtherCompilers =
    [
        "nest",
        "tsup",
        "tsdown",
        "esbuild",
        "webpack",
        "rollup",
        "rolldown",
        "vite",
        "swc",
        "ncc",
        "babel",
        "next",
        "nuxt",
        "parcel",
        "unbuild",
        "turbo",
        "nx",
        "--noEmit",
        "--build",
        "ttsc",
        "tspc",
    ];

    // The compiler drops an import of which only types are used.
    private static readonly string[] TypeWords = ["type", "interface", "dto", ".d", "schema"];

    public static IEnumerable<AliasedImport> Of(Deployment deployment) =>
        from component in deployment.Components
        from package in component.Manifests.OfType<PackageJson>()
        let build = package.FindScript("build")
        where build is not null && IsPlainCompilation(build)
        let aliases = AliasesOf(component, deployment)
        where aliases.Count > 0
        let start = StartOf(component, package, deployment)
        where start is not null
        let imports = ImportsOf(component, package, aliases).ToList()
        where imports.Count > 0
        select new AliasedImport(package, build, start, imports[0].Alias, imports[0].Import, imports.Count);

    private static bool IsPlainCompilation(PackageScript script) =>
        script.Commands.Any(command => command.Words.Take(2).Any(word => word.Literal == "tsc"))
        && !script.Commands.Any(command => command.Words.Any(word => OtherCompilers.Contains(word.Literal)));

    /// <summary>The command that runs what tsc wrote, and nothing that finds aliases.</summary>
    private static string? StartOf(Component component, PackageJson package, Deployment deployment) =>
        new[] { "start", "start:prod", "serve" }
            .Select(package.FindScript)
            .OfType<PackageScript>()
            .SelectMany(script => script.Commands)
            .Concat(
                deployment
                    .Startups.Where(start => start.Workload?.Components.Contains(component) ?? false)
                    .SelectMany(start => start.Programs)
            )
            .Where(RunsCompiled)
            .Select(command => command.Text)
            .FirstOrDefault();

    private static bool RunsCompiled(ShellCommand command) =>
        command.Words is [{ Literal: "node" }, ..]
        && command.Words.Any(word =>
            word.Literal is { } text
            && (
                text.EndsWith(".js", StringComparison.Ordinal)
                || text.StartsWith("dist", StringComparison.Ordinal)
                || text.StartsWith("./dist", StringComparison.Ordinal)
            )
        )
        && !command.Words.Any(word => word.Literal is "-r" or "--require" or "--import" or "--loader" or "--experimental-loader");

    private static List<PathAlias> AliasesOf(Component component, Deployment deployment) =>
        [
            .. deployment
                .In<TsConfig>(component.Root)
                .Where(config => !config.WritesOtherwise)
                .SelectMany(config => config.Paths)
                .Where(alias => alias.Pattern is not (['*', ..] or ['.', ..]))
                // A target above the component is another package of the workspace, which npm may link.
                .Where(alias =>
                    alias.Targets.All(target =>
                        !target.Value.StartsWith("../", StringComparison.Ordinal)
                        && !target.Value.Contains("node_modules", StringComparison.Ordinal)
                    )
                ),
        ];

    private static IEnumerable<(CodeImport Import, PathAlias Alias)> ImportsOf(
        Component component,
        PackageJson package,
        List<PathAlias> aliases
    ) =>
        from file in component.Code
        where !file.IsTest && file.Language == Language.TypeScript
        from import in file.Imports
        where !import.IsOptional && !Array.Exists(TypeWords, word => import.Module.Contains(word, StringComparison.OrdinalIgnoreCase))
        where !package.Dependencies.Any(dependency => import.IsOf(dependency.Name))
        let alias = aliases.Find(alias => alias.Rest(import.Module) is not null)
        where alias is not null
        select (import, alias);
}
