using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Effects.Packages;

/// <summary>What the TypeScript compiler writes: one file of JavaScript for each source, laid out as the sources are below their common directory.</summary>
/// <param name="Files">What it writes, each with its source; paths from the package's directory.</param>
/// <param name="Directory">Where they go.</param>
/// <remarks>Source: TypeScript TSConfig reference, <c>outDir</c> and <c>rootDir</c>.</remarks>
internal sealed record CompilerOutput(IReadOnlyDictionary<string, string> Files, string Directory, SourceSpan? Because)
    : PackageOutput(Because)
{
    // What Node.js tries for a name, besides the name.
    private static readonly string[] Endings = [".js", ".cjs", ".mjs", ".ts", ".json", "/index.js", "/index.ts", "/package.json"];

    private const int MostNamed = 3;

    private readonly HashSet<string> directories = DirectoriesOf(Files.Keys);

    /// <summary>Other commands of the script put files there too.</summary>
    public bool IsShared { get; init; }

    public override bool Makes(string path) => Files.ContainsKey(path) || directories.Contains(path);

    /// <summary>A program or module below the output directory; pages and other files may be copied there by whatever runs next.</summary>
    public override bool Lacks(string path) =>
        !IsShared
        && RepositoryPath.Inside(Directory, path) is { Length: > 0 }
        && !Makes(path)
        && (!ImagePath.NameOf(path).Contains('.', StringComparison.Ordinal) || Array.Exists(Endings, path.EndsWith));

    public override string? Explain(string path)
    {
        var name = ImagePath.NameOf(path);
        var meant = Files
            .Where(file => ImagePath.NameOf(file.Key) == name || ImagePath.NameOf(file.Key) == name + ".js")
            .Where(file => !IsOfDirectory(file.Value))
            .OrderBy(file => file.Key.Length)
            .ThenBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => new { Written = file.Key, Source = file.Value })
            .FirstOrDefault();
        if (meant?.Source is not { } source)
        {
            var there = Files
                .Keys.Where(file => RepositoryPath.Parent(file) == RepositoryPath.Parent(path))
                .Order(StringComparer.Ordinal)
                .ToList();
            return there.Count is > 0 and <= MostNamed ? $"the compiler writes {string.Join(" and ", there)} there" : null;
        }

        var top = source.Split('/')[0];
        var beside = Files.Values.Where(other => other.Split('/')[0] != top).Order(StringComparer.Ordinal).FirstOrDefault();
        var isDeeper = meant.Written.Split('/').Length > path.Split('/').Length;
        return $"the compiler writes {source} to {meant.Written}"
            + (isDeeper && beside is not null ? $", since it also compiles {beside}" : "");
    }

    /// <summary>src/routes/index.ts gathers what a directory has; the program's own index lies where its sources begin.</summary>
    private static bool IsOfDirectory(string source) =>
        RepositoryPath.NameOf(source).StartsWith("index.", StringComparison.Ordinal)
        && source.Split('/') is { Length: > 2 } parts
        && parts[^2] != "src";

    private static HashSet<string> DirectoriesOf(IEnumerable<string> files)
    {
        HashSet<string> found = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var slash = file.LastIndexOf('/'); slash > 0 && found.Add(file[..slash]); slash = file.LastIndexOf('/', slash - 1)) { }
        }

        return found;
    }
}
