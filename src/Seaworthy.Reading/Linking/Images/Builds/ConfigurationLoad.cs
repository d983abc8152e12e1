using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Dependencies;

namespace Seaworthy.Reading.Linking.Images.Builds;

/// <summary>The modules of the repository that a file of settings loads, followed import by import through the files of the image.</summary>
/// <remarks>Sources: Vite, "Configuring Vite": the file is bundled before it runs; Node.js documentation, "Modules".</remarks>
internal sealed class ConfigurationLoad
{
    private const int FileLimit = 30;

    private static readonly string[] Endings =
    [
        "",
        ".ts",
        ".mts",
        ".cts",
        ".tsx",
        ".js",
        ".mjs",
        ".cjs",
        ".jsx",
        ".json",
        "/index.ts",
        "/index.mts",
        "/index.tsx",
        "/index.js",
        "/index.mjs",
        "/index.cjs",
        "/index.json",
        "/package.json",
    ];

    // A build may still generate a committed file again.
    private static readonly HashSet<string> Outputs = new(StringComparer.OrdinalIgnoreCase)
    {
        "dist",
        "build",
        "out",
        "lib",
        "gen",
        "generated",
        "__generated__",
        "node_modules",
        "styled-system",
    };

    private readonly Deployment deployment;
    private readonly ImageFiles files;
    private readonly HashSet<string> loaded = new(StringComparer.Ordinal);
    private readonly Queue<Waiting> waiting = new();
    private readonly List<LeftOutFile> leftOut = [];

    private ConfigurationLoad(Deployment deployment, ImageFiles files)
    {
        this.deployment = deployment;
        this.files = files;
    }

    public static IReadOnlyList<LeftOutFile> LeftOut(Deployment deployment, ImageFiles files, string path, CodeFile file)
    {
        ConfigurationLoad load = new(deployment, files);
        load.waiting.Enqueue(new Waiting(path, file, null));
        while (load.waiting.TryDequeue(out var source) && load.loaded.Count < FileLimit)
        {
            foreach (var import in source.File.Imports.Where(import => IsLoaded(source.File, import)))
            {
                load.Load(source.Path, source.File, source.Through, import);
            }
        }

        return load.leftOut;
    }

    private static bool IsLoaded(CodeFile file, CodeImport import) =>
        !import.IsOptional
        && (import.Module.StartsWith("./", StringComparison.Ordinal) || import.Module.StartsWith("../", StringComparison.Ordinal))
        && !import.Module.AsSpan().ContainsAny("?!$#")
        && import.Span.File.Lines.TextOf(import.Span.StartLine) is [not (' ' or '\t'), ..]
        && !TypeOnlyImports.Is(file, import)
        && IsUsed(file, import);

    /// <summary>Of TypeScript, imports of which nothing is used are left out.</summary>
    private static bool IsUsed(CodeFile file, CodeImport import) =>
        file.Language != Language.TypeScript
        || import.Local.Length == 0
        || WholeWords.Find(file.File.Text, import.Local, letter => char.IsLetterOrDigit(letter) || letter is '_' or '$').Skip(1).Any();

    private void Load(string path, CodeFile file, SourceSpan? through, CodeImport import)
    {
        if (ImagePath.Join(ImagePath.Parent(path), import.Module) is not { } wanted)
        {
            return;
        }

        var places = Places(wanted).Select(files.FindSource).ToList();
        if (
            places.Find(place => place is { Presence: Presence.Present, Actual: { } source } && deployment.Tree.HasFile(source)) is
            { } found
        )
        {
            if (found.Actual is { } source && deployment.At<CodeFile>(source) is { } next && loaded.Add(found.Looked))
            {
                waiting.Enqueue(new Waiting(found.Looked, next, import.Span));
            }
        }
        else if (places.TrueForAll(IsLacking) && Own(file, import.Module) is { } own && !own.Split('/').Any(Outputs.Contains))
        {
            var answer = places.Find(place => place.Because is not null) ?? places[0];
            var ending = Places("").FirstOrDefault(one => one.Length > 0 && own.EndsWith(one, StringComparison.Ordinal)) ?? "";
            var looked = wanted.EndsWith(ending, StringComparison.Ordinal) ? wanted : wanted + ending;
            leftOut.Add(new LeftOutFile(import.Module, own, import.Span, answer with { Looked = looked }) { Through = through });
        }
    }

    // A directory of the name may be there, without what is looked for in it.
    private static bool IsLacking(PathAnswer place) => place.IsMissing || place is { Presence: Presence.Present, Actual: null };

    /// <summary>What the import names where the importing file is in the repository.</summary>
    private string? Own(CodeFile file, string module) =>
        RepositoryPath.Join(file.File.Directory, module) is { } path ? Places(path).FirstOrDefault(deployment.Tree.HasFile) : null;

    /// <summary>With each ending; "./a.js" may be "a.ts".</summary>
    private static IEnumerable<string> Places(string path)
    {
        var places = Endings.Select(ending => path + ending);
        return path.EndsWith(".js", StringComparison.Ordinal) ? places.Append(path[..^3] + ".ts").Append(path[..^3] + ".tsx")
            : path.EndsWith(".mjs", StringComparison.Ordinal) ? places.Append(path[..^4] + ".mts")
            : places;
    }

    private sealed record Waiting(string Path, CodeFile File, SourceSpan? Through);
}
