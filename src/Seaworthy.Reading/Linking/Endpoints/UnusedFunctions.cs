using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Functions of a component that its own source never names again: a client with more methods than the pages use.</summary>
internal sealed class UnusedFunctions(Deployment deployment, Component component)
{
    // Words that stand everywhere tell nothing.
    private const int LeastLength = 6;

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

    public bool Hold(HttpCall call)
    {
        if (call.Function is not { Length: >= LeastLength } name || !isWhole.Value)
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
