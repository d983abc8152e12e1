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

    /// <summary>The place that mentions it; null when nothing does.</summary>
    public SourceSpan? Find(RouterNode node) => IsFunction(node.Router) ? Called(node) : HandedOn(node) ?? Imported(node);

    /// <summary>A comment holds the import that would mount it: somebody switched it off and knows.</summary>
    public bool IsSwitchedOff(RouterNode node)
    {
        var stem = System.IO.Path.GetFileNameWithoutExtension(node.File.File.Name);
        return files
            .Where(file => file.Language == node.File.Language && file != node.File)
            .Any(file => Word(file.File, stem, at => IsCommentedImport(file.File.Lines.TextOf(file.File.Lines.LineAt(at)))) is not null);
    }

    private static bool IsCommentedImport(string line)
    {
        var text = line.AsSpan().TrimStart();
        return text is ['/', '/', ..] or ['#', ..]
            && (text.Contains("import ", StringComparison.Ordinal) || text.Contains("require(", StringComparison.Ordinal));
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
        files
            .Where(file => file != node.File)
            .SelectMany(file =>
                file.Imports.Where(import =>
                        (
                            import.Name is null or "*" or "default"
                            || import.Name == node.Router.Name
                            || IsModule(import, node.File)
                            || GivesOut(import, node)
                        ) && modules.Find(file, import.Module, import.Name).Contains(node.File)
                    )
                    .Select(import => (SourceSpan?)import.Span)
            )
            .FirstOrDefault();

    // "export function orders(pool) { …; return router; }", "class Orders { getRouter() … }": what a file of JavaScript makes of its router has any name.
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
}
