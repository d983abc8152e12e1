namespace Seaworthy.Model.Source;

/// <summary>Many known words, of which those near to a word are found without comparing it with each: words that begin alike are compared as far as they do only once.</summary>
/// <remarks>What is near, and which is nearest, is the same as <see cref="NearMiss"/> says.</remarks>
public sealed class NearWords
{
    private const int Furthest = 2;
    private const int Far = Furthest + 1;

    // Longer ones are near to no word that is looked for.
    private const int LongestKnown = NearMiss.MaximumLength + Furthest;

    private readonly string[] words;
    private readonly int[] numbers;
    private readonly int[] shared;

    public NearWords(IReadOnlyList<string> known)
    {
        numbers = [.. Enumerable.Range(0, known.Count).Where(number => known[number].Length <= LongestKnown)];
        words = [.. numbers.Select(number => known[number].ToLowerInvariant())];
        Array.Sort(words, numbers, StringComparer.Ordinal);
        shared = new int[words.Length];
        for (var at = 1; at < words.Length; at++)
        {
            shared[at] = words[at - 1].AsSpan().CommonPrefixLength(words[at]);
        }
    }

    /// <summary>Which of the known words are near enough to be what was meant, by their numbers in the list.</summary>
    public IReadOnlyList<NearWord> To(string word)
    {
        if (word.Length is 0 or > NearMiss.MaximumLength)
        {
            return [];
        }

        var sought = word.ToLowerInvariant();
        var limit = NearMiss.Limit(word);
        List<NearWord> found = [];
        // A row for each letter of the known word, as far as the words before had the same letters; a row holds the distances to all beginnings of the sought one.
        var rows = new int[LongestKnown + 1][];
        var least = new int[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new int[sought.Length + Furthest + 2];
            rows[0][Math.Min(row, rows[0].Length - 1)] = Math.Min(row, Far);
        }

        var filled = 0;
        for (var at = 0; at < words.Length; )
        {
            var candidate = words[at];
            filled = Math.Min(filled, shared[at]);
            var isHopeless = false;
            while (filled < candidate.Length && !isHopeless)
            {
                filled++;
                least[filled] = Fill(rows, candidate, filled, sought);
                // A swap of neighbours comes from the row before the last.
                isHopeless = least[filled] > limit && least[filled - 1] > limit;
            }

            if (isHopeless)
            {
                // All that begin like this are as far away.
                at = Behind(at, filled);
                filled--;
                continue;
            }

            if (Math.Abs(candidate.Length - sought.Length) <= limit && rows[filled][sought.Length] is var distance && distance <= limit)
            {
                found.Add(new NearWord(numbers[at], distance));
            }

            at++;
        }

        return found;
    }

    /// <summary>Only beginnings of nearly the same length can be near: the others are left out.</summary>
    private static int Fill(int[][] rows, string candidate, int line, string sought)
    {
        int[] row = rows[line],
            last = rows[line - 1];
        var letter = candidate[line - 1];
        int first = Math.Max(1, line - Furthest),
            end = Math.Min(sought.Length, line + Furthest);
        row[first - 1] = first == 1 ? Math.Min(line, Far) : Far;
        var least = row[first - 1];
        for (var column = first; column <= end; column++)
        {
            var cost = letter == sought[column - 1] ? 0 : 1;
            var distance = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
            if (line > 1 && column > 1 && letter == sought[column - 2] && candidate[line - 2] == sought[column - 1])
            {
                distance = Math.Min(distance, rows[line - 2][column - 2] + 1);
            }

            row[column] = Math.Min(distance, Far);
            least = Math.Min(least, row[column]);
        }

        row[Math.Max(first, end + 1)] = Far;
        return least;
    }

    /// <summary>The first word behind those that have so many letters in common with this one.</summary>
    private int Behind(int at, int length)
    {
        // Most often few do: steps that double, and then halve.
        var prefix = words[at].AsSpan(0, length);
        int near = at,
            step = 1;
        while (near + step < words.Length && words[near + step].AsSpan().StartsWith(prefix, StringComparison.Ordinal))
        {
            near += step;
            step *= 2;
        }

        var end = Math.Min(near + step, words.Length);
        while (near + 1 < end)
        {
            var middle = (near + end) / 2;
            if (words[middle].AsSpan().StartsWith(prefix, StringComparison.Ordinal))
            {
                near = middle;
            }
            else
            {
                end = middle;
            }
        }

        return near + 1;
    }
}
