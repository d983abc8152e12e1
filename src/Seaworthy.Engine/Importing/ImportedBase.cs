using Seaworthy.Engine.Grouping;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Engine.Importing;

/// <summary>
/// What another tool saw of a change is mostly its head alone. A result whose line the base has as well was there before; one in a line that the change writes is new.
/// Where that is not known (a result without a line, of a file that both sides have), it was there before: a change is not blamed by a guess.
/// </summary>
public sealed class ImportedBase
{
    private readonly RepositoryTree treeBefore;
    private readonly RepositoryTree treeAfter;
    private readonly ImportedPlaces before;
    private readonly ImportedPlaces after;
    private readonly Dictionary<SidePath, ILookup<string, int>> lines = [];

    private ImportedBase(Repository before, RepositoryTree treeBefore, Repository after, RepositoryTree treeAfter)
    {
        (this.treeBefore, this.treeAfter) = (treeBefore, treeAfter);
        this.before = new ImportedPlaces(before, treeBefore);
        this.after = new ImportedPlaces(after, treeAfter);
    }

    /// <param name="head">What the tools found in the head.</param>
    /// <param name="before">The base.</param>
    /// <param name="treeBefore">Its paths.</param>
    /// <param name="after">The head.</param>
    /// <param name="treeAfter">Its paths.</param>
    public static IReadOnlyList<ImportedLog> Of(
        IReadOnlyList<ImportedLog> head,
        Repository before,
        RepositoryTree treeBefore,
        Repository after,
        RepositoryTree treeAfter
    )
    {
        ImportedBase sides = new(before, treeBefore, after, treeAfter);
        return [.. head.Select(log => new ImportedLog(log.Name, [.. log.Results.Select(sides.Before).OfType<ImportedResult>()]))];
    }

    // Null for what the change brings.
    private ImportedResult? Before(ImportedResult result)
    {
        var place = after.Of(result);
        var path = place.File.Path;
        if (!treeAfter.HasFile(path))
        {
            return result;
        }

        if (NameBefore(path) is not { } name)
        {
            return null;
        }

        var words = Fingerprints.Words(place);
        var there = result with { Uri = string.Join('/', name.Split('/').Select(Uri.EscapeDataString)) };
        if (words.Length == 0)
        {
            return there;
        }

        // Of equal lines, the third there is the third here: what copies a line brings a fault more.
        var nth = Lines(after, path)[words].Count(line => line < place.StartLine);
        return Lines(before, name)[words].Skip(nth).Select(line => (int?)line).FirstOrDefault() is { } line
            ? there with
            {
                StartLine = line,
                EndLine = result.EndLine == 0 ? 0 : result.EndLine + line - result.StartLine,
            }
            : null;
    }

    // A file that is moved keeps its name.
    private string? NameBefore(string path) =>
        treeBefore.HasFile(path)
            ? path
            : treeBefore
                .Files.Where(file => NameOf(file.Path) == NameOf(path) && !treeAfter.HasFile(file.Path))
                .Select(file => file.Path)
                .FirstOrDefault();

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private ILookup<string, int> Lines(ImportedPlaces side, string path)
    {
        SidePath key = new(side == before, path);
        if (!lines.TryGetValue(key, out var known))
        {
            var file = side.FileAt(path);
            known = lines[key] = Enumerable
                .Range(1, file.Lines.Count)
                .ToLookup(line => Fingerprints.Words(new SourceSpan(file, file.Lines.StartOf(line), 0)), StringComparer.Ordinal);
        }

        return known;
    }

    private sealed record SidePath(bool IsBefore, string Path);
}
