using Seaworthy.Model;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>A project of the TypeScript compiler: its tsconfig.json with every one that it extends, nearest first.</summary>
/// <remarks>Source: TypeScript TSConfig reference, <c>extends</c>, <c>files</c>, <c>include</c>, <c>exclude</c>, <c>rootDir</c>, <c>outDir</c>.</remarks>
internal sealed class TypeScriptProject
{
    private const int DepthLimit = 5;

    private static readonly string[] Sources = [".ts", ".tsx", ".mts", ".cts"];
    private static readonly string[] Scripts = [".js", ".jsx", ".mjs", ".cjs"];
    private static readonly string[] Packages = ["node_modules", "bower_components", "jspm_packages"];

    private readonly IReadOnlyList<TsConfig> chain;

    private TypeScriptProject(IReadOnlyList<TsConfig> chain) => this.chain = chain;

    public string Directory => chain[0].File.Directory;

    public bool WritesNothing => First(config => config.NoEmit) == true;

    public bool IsComposite => First(config => config.IsComposite) == true;

    public bool AllowsJs => First(config => config.AllowsJs) == true;

    /// <summary>Where the output goes, from the root of the repository; null beside the sources.</summary>
    public Fact<string>? OutDir => Placed(config => config.OutDir);

    public Fact<string>? RootDir => Placed(config => config.RootDir);

    /// <summary>A name stands for sources outside of a directory, which then belong to what is compiled: <c>"@shop/common": ["../../libs/common/src"]</c>.</summary>
    public bool LeadsOutOf(string directory) =>
        chain
            .SelectMany(config => config.Paths, (config, alias) => new { config, alias })
            .SelectMany(pair => pair.alias.Targets, (pair, target) => RepositoryPath.Join(pair.config.File.Directory, target.Value))
            .Any(path => path is null || RepositoryPath.Inside(directory, path) is null);

    /// <summary>Null where a part of the chain is not in the repository or one of its paths leaves it.</summary>
    public static TypeScriptProject? Of(Deployment deployment, string path)
    {
        List<TsConfig> chain = [];
        for (string? next = path; next is not null; )
        {
            if (
                chain.Count == DepthLimit
                || deployment.At<TsConfig>(next) is not { WritesOtherwise: false, Problems.Count: 0, Extends.Count: <= 1 } config
            )
            {
                return null;
            }

            chain.Add(config);
            next = null;
            // The published bases say nothing of sources and outputs.
            if (config.Extends is [{ Value: { } parent }] && !parent.StartsWith("@tsconfig/", StringComparison.Ordinal))
            {
                next = Extended(deployment, config, parent);
                if (next is null)
                {
                    return null;
                }
            }
        }

        TypeScriptProject project = new(chain);
        return project.IsReadable ? project : null;
    }

    /// <summary>The sources it compiles by itself, before what these import.</summary>
    public IEnumerable<string> Find(RepositoryTree tree)
    {
        var files = chain.FirstOrDefault(config => config.Files is not null);
        var include = chain.FirstOrDefault(config => config.Include is not null);
        var exclude = chain.FirstOrDefault(config => config.Exclude is not null);
        var named = files?.Files?.Select(fact => RepositoryPath.Join(files.File.Directory, fact.Value)).OfType<string>() ?? [];
        if (include is null && files is not null)
        {
            return named;
        }

        var taken = include is null ? null : Patterns(include, include.Include);
        var left = exclude is null ? null : Patterns(exclude, exclude.Exclude);
        return tree.FilesUnder(Directory)
            .Select(file => file.Path)
            .Where(path => IsSource(path) && !IsHidden(RepositoryPath.Below(Directory, path)))
            .Where(path => taken?.Exists(pattern => pattern.Matches(path)) ?? true)
            .Where(path =>
                left is not null
                    ? !left.Exists(pattern => pattern.Matches(path))
                    : OutDir is not { Value: { Length: > 0 } output } || RepositoryPath.Inside(output, path) is null
            )
            .Concat(named)
            .Distinct(StringComparer.Ordinal);
    }

    public bool IsSource(string path) =>
        Array.Exists(Sources, path.EndsWith)
        || (AllowsJs && Array.Exists(Scripts, path.EndsWith) && !path.EndsWith(".min.js", StringComparison.Ordinal));

    public static bool IsDeclaration(string path) =>
        path.EndsWith(".d.ts", StringComparison.Ordinal)
        || path.EndsWith(".d.mts", StringComparison.Ordinal)
        || path.EndsWith(".d.cts", StringComparison.Ordinal);

    private bool IsReadable =>
        chain.All(config =>
            new[] { config.OutDir, config.RootDir }
                .Concat(config.Include ?? [])
                .Concat(config.Exclude ?? [])
                .Concat(config.Files ?? [])
                .All(fact =>
                    fact is null
                    || (
                        !fact.Value.Contains('$', StringComparison.Ordinal)
                        && RepositoryPath.Join(config.File.Directory, Stem(fact.Value)) is not null
                    )
                )
        );

    private static string? Extended(Deployment deployment, TsConfig config, string parent) =>
        parent.StartsWith('.') && RepositoryPath.Join(config.File.Directory, parent) is { } path
            ? deployment.Tree.HasFile(path)
                ? path
                : path + ".json"
            : null;

    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.') || Packages.Contains(part));

    // What precedes the first wildcard.
    private static string Stem(string pattern) =>
        pattern.AsSpan().IndexOfAny('*', '?') is var star and >= 0 ? pattern[..star] + "." : pattern;

    private static List<PathGlob> Patterns(TsConfig config, IReadOnlyList<Fact<string>>? patterns) =>
        [
            .. (patterns ?? [])
                .Select(fact => fact.Value.TrimEnd('/'))
                .Select(text => text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text)
                .Select(text => text is "" or "." ? "**/*" : text)
                .Select(text => PathGlob.Parse(config.File.Directory.Length == 0 ? text : $"{config.File.Directory}/{text}"))
                .OfType<PathGlob>(),
        ];

    private bool? First(Func<TsConfig, bool?> of) => chain.Select(of).FirstOrDefault(value => value is not null);

    private Fact<string>? Placed(Func<TsConfig, Fact<string>?> of) =>
        chain.FirstOrDefault(config => of(config) is not null) is { } config
        && of(config) is { } fact
        && RepositoryPath.Join(config.File.Directory, fact.Value) is { } path
            ? fact with
            {
                Value = path,
            }
            : null;
}
