using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Formats.Code.Lexing;

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
            .Any(file => ComponentScript.IsIn(file.Path) || file.Path.EndsWith(".component.html", StringComparison.Ordinal))
    );

    // Between a type and a name there is a blank; behind these words stands a call.
    private static readonly string[] BeforeCalls = ["return", "throw", "else", "case", "yield", "assert", "do", "in", "by", "new"];

    public bool Hold(HttpCall call) =>
        IsOfJvm ? IsInUncalledMethod(call) : isWhole.Value && (IsInUnusedFile(call.Span.File) || IsInUnusedFunction(call));

    private bool IsOfJvm => component.Language is Language.Java or Language.Kotlin;

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

    /// <summary>A controller's method is often called as the one of the service below it: what declares the name again does not call it.</summary>
    private bool IsInUncalledMethod(HttpCall call)
    {
        if (call.Function is not { Length: >= LeastLength } name)
        {
            return false;
        }

        if (!known.TryGetValue(name, out var isUncalled))
        {
            known[name] = isUncalled = !component.Code.Any(file =>
                WholeWords.Find(file.File.Text, name, IsName).Any(at => !IsDeclared(file.File.Text, at))
            );
        }

        return isUncalled;
    }

    /// <summary>Behind <c>fun</c>, or behind a type: <c>List&lt;Order&gt; findOrders(</c>.</summary>
    private static bool IsDeclared(string text, int at)
    {
        var end = at;
        while (end > 0 && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        if (end == at || end == 0)
        {
            return false;
        }

        var start = end;
        while (start > 0 && IsName(text[start - 1]))
        {
            start--;
        }

        return start == end
            ? text[end - 1] is ']' || (text[end - 1] is '>' && end > 1 && text[end - 2] is not '-')
            : !BeforeCalls.Contains(text[start..end]);
    }

    private static bool IsName(char letter) => char.IsLetterOrDigit(letter) || letter is '_' or '$';
}
