using System.Text.RegularExpressions;
using Seaworthy.Engine.Importing;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Claims;

/// <summary>Places of claims looked for in the tree.</summary>
internal sealed partial class ClaimPlaces(ImportedPlaces files, RepositoryTree tree)
{
    // A quotation of fewer letters stands in too many lines.
    private const int Telling = 4;

    private static readonly string[] Masks = ["…", "•", "***"];

    public CheckedPlace Of(ClaimPlace place)
    {
        var path = Named(files.PathOf(place.Path));
        if (!tree.HasFile(path))
        {
            return new CheckedPlace(place, PlaceState.NoFile, null);
        }

        var file = files.FileAt(path);
        var quote = Plain(place.Quote ?? "");
        if (place.Line is { } number && number > file.Lines.Count)
        {
            return AtQuote(place, file, quote) ?? new CheckedPlace(place, PlaceState.NoLine, null);
        }

        var span = place.Line is { } line ? LineAt(file, line) : file.Whole;
        return quote.Length == 0 || place.Line is { } at && Holds(file, at, quote)
            ? new CheckedPlace(place, PlaceState.Holds, span)
            : AtQuote(place, file, quote) ?? new CheckedPlace(place, PlaceState.NotQuoted, null);
    }

    /// <summary>A name without its directories means the only file that ends so.</summary>
    private string Named(string path) =>
        tree.HasFile(path) ? path
        : tree.FilesNamed(RepositoryPath.NameOf(path)).Where(known => known.EndsWith("/" + path, StringComparison.Ordinal)).Take(2).ToList()
            is [var only]
            ? only
        : path;

    /// <summary>The nearest line that holds what is quoted.</summary>
    private static CheckedPlace? AtQuote(ClaimPlace place, SourceFile file, string quote)
    {
        if (quote.Length < Telling)
        {
            return null;
        }

        var found = Enumerable
            .Range(1, file.Lines.Count)
            .Where(line => Holds(file, line, quote))
            .OrderBy(line => Math.Abs(line - (place.Line ?? 1)))
            .FirstOrDefault();
        return found > 0 ? new CheckedPlace(place, PlaceState.Moved, LineAt(file, found)) : null;
    }

    private static SourceSpan LineAt(SourceFile file, int line) => new(file, file.Lines.StartOf(line), file.Lines.TextOf(line).Length);

    // A quotation of several lines is found by its first one; of a secret, its author shows the beginning: PASSWORD=(not shown).
    private static bool Holds(SourceFile file, int line, string quote)
    {
        var shown = quote.Split('\n')[0];
        var start = Withheld().Replace(shown, "$1").Split(Masks, StringSplitOptions.None)[0].Trim();
        return start.Length > 0 && Plain(file.Lines.TextOf(line)).Contains(start, StringComparison.Ordinal);
    }

    [GeneratedRegex("""^(\S{4,}[=:] ?)"?(?:\([^)]*\)|<[^>]*>|\[[^]]*\])"?$""", RegexOptions.NonBacktracking)]
    private static partial Regex Withheld();

    private static string Plain(string text) => string.Join(' ', text.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
}
