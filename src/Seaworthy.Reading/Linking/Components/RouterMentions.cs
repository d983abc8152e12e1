using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>
/// Whether source makes something of a router in a way that is not followed: hands it to a function, calls the function that fills it, imports its file.
/// Where it does, the router is mounted as far as anybody can tell, under a prefix nobody can.
/// </summary>
internal sealed class RouterMentions(IReadOnlyList<CodeFile> files, CodeModules modules)
{
    private static readonly string[] FunctionWords = ["func ", "fn ", "pub ", "def ", "async "];

    private const int LongestLine = 1000;

    // Asked for every router that nothing mounts, of which a repository may have thousands: what all files import is found once.
    private readonly Lazy<ILookup<string, FileImport>> importers = new(() =>
        files
            .SelectMany(file =>
                file.Imports.SelectMany(import =>
                    modules
                        .Find(file, import.Module, import.Name)
                        .Select(found => new { found.File.Path, Use = new FileImport(file, import) })
                )
            )
            .ToLookup(found => found.Path, found => found.Use, StringComparer.Ordinal)
    );

    // Relative imports that lead nowhere.
    private readonly Lazy<ILookup<string, FileImport>> strayImports = new(() =>
        files
            .SelectMany(file => file.Imports.Select(import => new FileImport(file, import)))
            .Where(use => use.Import.Module is ['.', ..] && modules.Find(use.From, use.Import.Module, use.Import.Name).Count == 0)
            .ToLookup(
                use => System.IO.Path.GetFileNameWithoutExtension(RepositoryPath.NameOf(use.Import.Module)),
                StringComparer.OrdinalIgnoreCase
            )
    );

    private readonly Lazy<IReadOnlyList<CommentedImport>> commentedImports = new(() =>
        [.. files.SelectMany(file => CommentedImports(file.File.Text).Select(line => new CommentedImport(file, line)))]
    );

    /// <summary>The place that mentions it; null when nothing does.</summary>
    public SourceSpan? Find(RouterNode node) =>
        IsFunction(node.Router) ? Called(node) : HandedOn(node) ?? Imported(node) ?? ImportedUnderOtherCase(node) ?? NamedAsModule(node);

    /// <summary>A comment holds the import that would mount it: somebody switched it off and knows.</summary>
    public bool IsSwitchedOff(RouterNode node)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(node.File.File.Name);
        return commentedImports.Value.Any(comment =>
            comment.File.Language == node.File.Language
            && comment.File.File != node.File.File
            && WholeWords.Find(comment.Line, stem, IsNamePart).Any()
        );
    }

    private static IEnumerable<string> CommentedImports(string text)
    {
        foreach (var word in (string[])["import ", "require("])
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                // Of a line without end nobody wrote a comment.
                var start = text.LastIndexOf('\n', at, Math.Min(at + 1, LongestLine)) + 1;
                if (text.AsSpan(start, at - start).TrimStart() is ['/', '/', ..] or ['#', ..])
                {
                    var end = text.IndexOf('\n', at);
                    yield return end < 0 ? text[start..] : text[start..end];
                }
            }
        }
    }

    // "func (a *API) registerUsers(r *mux.Router)" and "pub fn config(cfg: …)" fill whatever router they are given.
    private static bool IsFunction(Router router) =>
        Array.Exists(FunctionWords, word => router.Span.Line.StartsWith(word, StringComparison.Ordinal));

    private SourceSpan? Called(RouterNode node)
    {
        var name = node.Router.Name[(node.Router.Name.LastIndexOf('.') + 1)..];
        return files
            .Where(file => file.Language == node.File.Language)
            .Select(file => Word(file.File, name, at => file != node.File || file.File.Lines.LineAt(at) != node.Router.Span.StartLine))
            .FirstOrDefault(place => place is not null);
    }

    /// <summary><c>include(router.urls)</c>, <c>mount(router)</c>: given to something, where a route would call it.</summary>
    private static SourceSpan? HandedOn(RouterNode node) =>
        Word(node.File.File, node.Router.Name, at => IsArgument(node.File.File.Text, at, node.Router.Name.Length));

    private static bool IsArgument(string text, int at, int length)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        var after = text.AsSpan(at + length).TrimStart();
        return before is [.., '(' or ',' or '[' or '{' or '*']
            && after is [')' or ',' or ']' or '}', ..] or ['.', 'u', 'r', 'l', 's', ..] or ['.', 'r', 'o', 'u', 't', 'e', 's', ..];
    }

    /// <summary>A function makes it and gives it out, or the file gives out what <c>router.get(…)</c> answers, which is the router: who takes that mounts it.</summary>
    public static bool IsGivenOut(RouterNode node) =>
        Word(node.File.File, node.Router.Name, at => IsResult(node.File.File.Text.AsSpan(0, at).TrimEnd())) is not null;

    private static bool IsResult(ReadOnlySpan<char> before) =>
        before.EndsWith("return", StringComparison.Ordinal)
        || (before is [.., '='] && before[(before.LastIndexOf('\n') + 1)..].TrimStart().StartsWith("export", StringComparison.Ordinal));

    private SourceSpan? Imported(RouterNode node) =>
        importers
            .Value[node.File.File.Path]
            .Where(use =>
                use.From.File != node.File.File
                && (
                    use.Import.Name is null or "*" or "default"
                    || use.Import.Name == node.Router.Name
                    || IsModule(use.Import, node.File)
                    || GivesOut(use.Import, node)
                )
            )
            .Select(use => (SourceSpan?)use.Import.Span)
            .FirstOrDefault();

    /// <summary>It is mounted wherever letters' case does not count; that it counts on Linux is another finding.</summary>
    private SourceSpan? ImportedUnderOtherCase(RouterNode node) =>
        strayImports
            .Value[System.IO.Path.GetFileNameWithoutExtension(node.File.File.Name)]
            .Where(use =>
                RepositoryPath.Join(use.From.File.Directory, use.Import.Module) is { } path
                && node.File.File.Path.StartsWith(path, StringComparison.OrdinalIgnoreCase)
            )
            .Select(use => (SourceSpan?)use.Import.Span)
            .FirstOrDefault();

    /// <summary><c>include_optional(app, "routes.orders")</c>: what is given the dotted name of a module imports it.</summary>
    private SourceSpan? NamedAsModule(RouterNode node)
    {
        var directory = node.File.File.Directory;
        if (node.File.Language != Language.Python || directory.Length == 0)
        {
            return null;
        }

        var name = $"{directory[(directory.LastIndexOf('/') + 1)..]}.{System.IO.Path.GetFileNameWithoutExtension(node.File.File.Name)}";
        return files
            .Where(file => file.Language == Language.Python && !file.IsTest && file != node.File)
            .Select(file => Word(file.File, name, at => IsEndOfString(file.File.Text, at, name.Length)))
            .FirstOrDefault(place => place is not null);
    }

    private static bool IsEndOfString(string text, int at, int length) =>
        text.AsSpan(0, at) is [.., '"' or '\'' or '.'] && text.AsSpan(at + length) is ['"' or '\'', ..];

    // "export function orders(pool) { …; return router; }", "class Orders { getRouter() … }": a JavaScript file may export its router under any name.
    private static bool GivesOut(CodeImport import, RouterNode node) =>
        node.File.Language is Language.JavaScript or Language.TypeScript
        && import.Name is { } name
        && new[] { "function ", "class ", "const " }.Any(word => node.File.File.Text.Contains(word + name, StringComparison.Ordinal));

    // "from api import system" takes the whole file, with the function in it that gives out the router.
    private static bool IsModule(CodeImport import, CodeFile file) =>
        file.Language == Language.Python && import.Name == System.IO.Path.GetFileNameWithoutExtension(file.File.Name);

    private static SourceSpan? Word(SourceFile file, string word, Func<int, bool> counts)
    {
        foreach (var at in WholeWords.Find(file.Text, word, IsNamePart))
        {
            if (counts(at))
            {
                return new SourceSpan(file, at, word.Length);
            }
        }

        return null;
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private sealed record FileImport(CodeFile From, CodeImport Import);

    private sealed record CommentedImport(CodeFile File, string Line);
}
