using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Model;

/// <summary>Looks for many names in a text at once: thousands of names in thousands of texts are as much work as the texts are long.</summary>
public sealed class NameSearch
{
    private readonly SearchValues<string> any;
    private readonly HashSet<string> names;
    private readonly int[] lengths;

    public NameSearch(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        this.names = names.Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        any = SearchValues.Create([.. this.names], StringComparison.Ordinal);
        lengths = [.. this.names.Select(name => name.Length).Distinct().Order()];
    }

    /// <summary>Every place of every name, in the order of the text; names may overlap.</summary>
    public IEnumerable<NamePlace> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (names.Count == 0)
        {
            yield break;
        }

        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            foreach (var length in lengths)
            {
                if (at + length <= text.Length && Known(text, at, length) is { } name)
                {
                    yield return new NamePlace(name, at);
                }
            }
        }
    }

    /// <summary>The names that a text holds.</summary>
    public IEnumerable<string> NamesIn(string text) => In(text).Select(place => place.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The names that a file holds.</summary>
    public IEnumerable<string> NamesIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return NamesIn(file.Text);
    }

    private int Next(string text, int start) =>
        start < text.Length && text.AsSpan(start).IndexOfAny(any) is >= 0 and var found ? start + found : -1;

    private string? Known(string text, int at, int length) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(at, length), out var name) ? name : null;
}
