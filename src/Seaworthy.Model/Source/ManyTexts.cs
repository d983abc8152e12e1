using System.Buffers;

namespace Seaworthy.Model.Source;

/// <summary>Many texts looked for at once: a text is gone through once for all of them, however many there are.</summary>
public sealed class ManyTexts
{
    // Up to so many a search for each is as fast, and nothing has to be prepared.
    private const int Few = 8;

    private readonly HashSet<string> texts;
    private readonly int[] lengths;
    private readonly SearchValues<string>? search;

    /// <param name="texts">None of them empty.</param>
    public ManyTexts(IEnumerable<string> texts)
    {
        this.texts = texts.ToHashSet(StringComparer.Ordinal);
        lengths = [.. this.texts.Select(text => text.Length).Distinct().Order()];
        search = this.texts.Count > Few ? SearchValues.Create([.. this.texts], StringComparison.Ordinal) : null;
    }

    /// <summary>Whether any of them is in a text.</summary>
    public bool AnyIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return search is null ? texts.Any(one => text.Contains(one, StringComparison.Ordinal)) : text.AsSpan().IndexOfAny(search) >= 0;
    }

    /// <summary>Whether any of them is in a file.</summary>
    public bool AnyIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return AnyIn(file.Text);
    }

    /// <summary>Those that are in a text; one of them may come several times.</summary>
    public IEnumerable<string> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return search is null ? texts.Where(one => text.Contains(one, StringComparison.Ordinal)) : Found(text, search);
    }

    private IEnumerable<string> Found(string text, SearchValues<string> sought)
    {
        var known = texts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = Next(text, 0, sought); at >= 0; at = Next(text, at + 1, sought))
        {
            foreach (var length in lengths)
            {
                if (at + length > text.Length)
                {
                    break;
                }

                if (known.TryGetValue(text.AsSpan(at, length), out var found))
                {
                    yield return found;
                }
            }
        }
    }

    private static int Next(string text, int from, SearchValues<string> sought) =>
        text.AsSpan(from).IndexOfAny(sought) is >= 0 and var at ? from + at : -1;
}
