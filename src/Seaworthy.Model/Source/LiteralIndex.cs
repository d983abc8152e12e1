namespace Seaworthy.Model.Source;

/// <summary>Patterns, by number, found by the letters with which everything they match begins (or ends): of thousands, a path is held against the few that can match it.</summary>
internal sealed class LiteralIndex(bool isAtEnd = false)
{
    private readonly Dictionary<string, List<int>> byLiteral = new(StringComparer.Ordinal);
    private readonly SortedSet<int> lengths = [];

    public void Add(string literal, int number)
    {
        (byLiteral.TryGetValue(literal, out var same) ? same : byLiteral[literal] = []).Add(number);
        lengths.Add(literal.Length);
    }

    /// <summary>Adds the numbers of the patterns that can match a text.</summary>
    public void AddCandidates(ReadOnlySpan<char> text, List<int> found)
    {
        var lookup = byLiteral.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var length in lengths)
        {
            if (length > text.Length)
            {
                return;
            }

            if (lookup.TryGetValue(isAtEnd ? text[^length..] : text[..length], out var numbers))
            {
                found.AddRange(numbers);
            }
        }
    }
}
