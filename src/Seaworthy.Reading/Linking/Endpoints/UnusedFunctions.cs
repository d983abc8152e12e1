using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Functions of a component that its own source never names again: a client with more methods than the pages use.</summary>
internal sealed class UnusedFunctions(Deployment deployment, Component component)
{
    // Words that stand everywhere tell nothing.
    private const int LeastLength = 6;

    // These make pages of files by their place.
    private static readonly string[] RoutesFiles =
    [
        "next",
        "gatsby",
        "expo-router",
        "@remix-run/react",
        "@tanstack/react-router",
        "vike",
        "umi",
    ];

    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);

    /// <summary>Templates of other languages are not read, and may call anything.</summary>
    private readonly Lazy<bool> isWhole = new(() =>
        component.Language is Language.JavaScript or Language.TypeScript
        && !deployment
            .Tree.FilesUnder(component.Root)
            .Any(file =>
                file.Path.EndsWith(".vue", StringComparison.Ordinal)
                || file.Path.EndsWith(".svelte", StringComparison.Ordinal)
                || file.Path.EndsWith(".astro", StringComparison.Ordinal)
                || file.Path.EndsWith(".component.html", StringComparison.Ordinal)
            )
    );

    public bool Hold(HttpCall call) => isWhole.Value && (IsInUnusedFile(call.Span.File) || IsInUnusedFunction(call));

    /// <summary>A component of a page that no other file imports. By its place a file may be a route or an entry, and need not be named.</summary>
    private bool IsInUnusedFile(SourceFile file)
    {
        var name = file.Name[..Math.Max(file.Name.IndexOf('.', StringComparison.Ordinal), 0)];
        if (
            !(file.Name.EndsWith(".jsx", StringComparison.Ordinal) || file.Name.EndsWith(".tsx", StringComparison.Ordinal))
            || name.Length < LeastLength
        )
        {
            return false;
        }

        if (!known.TryGetValue(file.Path, out var isUnused))
        {
            known[file.Path] = isUnused =
                !component
                    .Manifests.OfType<Manifest>()
                    .SelectMany(manifest => manifest.Dependencies)
                    .Any(dependency => RoutesFiles.Contains(dependency.Name))
                && !component.Code.Any(other => other.File != file && WholeWords.Find(other.File.Text, name, IsName).Any());
        }

        return isUnused;
    }

    private bool IsInUnusedFunction(HttpCall call)
    {
        if (call.Function is not { Length: >= LeastLength } name)
        {
            return false;
        }

        if (!known.TryGetValue(name, out var isUnused))
        {
            known[name] = isUnused = component.Code.SelectMany(file => WholeWords.Find(file.File.Text, name, IsName)).Take(2).Count() < 2;
        }

        return isUnused;
    }

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';
}
