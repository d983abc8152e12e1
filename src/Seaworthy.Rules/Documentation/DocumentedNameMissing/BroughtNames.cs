using Seaworthy.Model.Declared.Documents;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Documentation;

/// <summary>
/// Names that another command of a document also uses: an installer that is downloaded, an archive that is unpacked. The words are read once for all names.
/// </summary>
internal sealed class BroughtNames
{
    // Two places of one word are enough: at most one of them is the name itself.
    private const int MostPlaces = 2;

    private readonly Document document;
    private readonly Dictionary<string, Dictionary<string, HashSet<SourceSpan>>> words = new(StringComparer.Ordinal);

    /// <param name="names">The names to look for.</param>
    public BroughtNames(Document document, IEnumerable<DocumentedName> names)
    {
        this.document = document;
        ManyTexts sought = new(names.Where(IsFile).Select(name => RepositoryPath.NameOf(name.Name)).Where(name => name.Length > 0));
        foreach (var word in document.Commands.SelectMany(command => command.Words))
        {
            foreach (var name in sought.In(word.Raw))
            {
                Note(name, word);
            }
        }
    }

    public bool Hold(DocumentedName name) =>
        IsFile(name)
        && (
            RepositoryPath.NameOf(name.Name) is { Length: > 0 } sought
                ? words.TryGetValue(sought, out var found)
                    && found.Any(word => word.Key != Key(name.Name) && word.Value.Any(span => span != name.Span))
                : document.Commands.Any(command => command.Words.Any(word => word.Span != name.Span && word.Literal != name.Name))
        );

    private static bool IsFile(DocumentedName name) => name.Name.Contains('.', StringComparison.Ordinal);

    private void Note(string name, ShellWord word)
    {
        if (!words.TryGetValue(name, out var found))
        {
            words[name] = found = new(StringComparer.Ordinal);
        }

        if (!found.TryGetValue(Key(word.Literal), out var places))
        {
            found[Key(word.Literal)] = places = [];
        }

        if (places.Count < MostPlaces)
        {
            places.Add(word.Span);
        }
    }

    // A word without a literal is not a name.
    private static string Key(string? literal) => literal is null ? "" : $"={literal}";
}
