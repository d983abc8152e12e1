using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>package.json.</summary>
/// <remarks>Source: npm documentation, "package.json"; Node.js documentation, "Modules: Packages".</remarks>
public sealed record PackageJson(SourceFile File) : Manifest(File, Ecosystem.Npm)
{
    private readonly ILookup<string, PackageScript>? scriptOf;

    private static readonly string[] DocumentMakers =
    [
        "vitepress",
        "vuepress",
        "docusaurus",
        "docsify",
        "mkdocs",
        "mdbook",
        "antora",
        "honkit",
    ];

    // What writes paths in the place of the aliases of tsconfig.json, after or while tsc compiles, or finds them at run time.
    private static readonly string[] AliasRewriters =
    [
        "tsc-alias",
        "tscpaths",
        "tsconfig-paths",
        "tsconfig-replace-paths",
        "typescript-transform-paths",
        "module-alias",
        "module-resolver",
        "tspath",
        "ts-patch",
        "resolve-tspaths",
        "\"imports\"",
    ];

    public Fact<string>? Main { get; init; }

    /// <summary>Commands it installs, with the file behind each.</summary>
    public IReadOnlyList<NamedPath> Binaries { get; init; } = [];

    public IReadOnlyList<PackageScript> Scripts
    {
        get;
        init
        {
            field = value;
            scriptOf = value.ToLookup(script => script.Name, StringComparer.Ordinal);
        }
    } = [];

    /// <summary>Patterns of directories that hold the workspace's packages.</summary>
    public IReadOnlyList<Fact<string>> Workspaces { get; init; } = [];

    /// <summary><c>pnpm@9.1.0</c>: the tool that corepack runs.</summary>
    public Fact<string>? PackageManager { get; init; }

    /// <summary>Files that <c>exports</c> leads to, under their subpath (<c>.</c>, <c>./utils</c>).</summary>
    public IReadOnlyList<NamedPath> Exports { get; init; } = [];

    /// <summary>Where an import of the package leads without <c>exports</c>: <c>main</c>, <c>module</c>, <c>browser</c>, <c>types</c>, <c>typings</c>.</summary>
    public IReadOnlyList<NamedPath> Entries { get; init; } = [];

    public bool IsPrivate { get; init; }

    /// <summary>Where <c>prisma.schema</c> says the Prisma schema is.</summary>
    public Fact<string>? PrismaSchema { get; init; }

    /// <summary><c>proxy</c>: where the development server of Create React App passes on what it does not serve itself.</summary>
    /// <remarks>Source: Create React App documentation, "Proxying API Requests in Development".</remarks>
    public Fact<string>? DevelopmentProxy { get; init; }

    /// <summary>Every script calls a maker of documentation (<c>vitepress build docs</c>): nothing of it serves users.</summary>
    public bool MakesDocumentsOnly =>
        Scripts.Count > 0
        && Scripts.All(script => Array.Exists(DocumentMakers, maker => script.Text.Contains(maker, StringComparison.Ordinal)));

    /// <summary>Something in it rewrites the aliases of tsconfig.json, which tsc leaves as they are.</summary>
    public bool RewritesAliases => Array.Exists(AliasRewriters, File.Mentions);

    /// <summary>It has ranges replaced, of whatever packages: <c>overrides</c>, <c>pnpm.overrides</c>.</summary>
    public bool HasOverrides => File.Text.Contains("\"overrides\"", StringComparison.Ordinal);

    public PackageScript? FindScript(string name) => scriptOf?[name].FirstOrDefault();
}
