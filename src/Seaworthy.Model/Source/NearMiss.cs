namespace Seaworthy.Model.Source;

/// <summary>Finds the word somebody probably meant.</summary>
public static class NearMiss
{
    public const int MaximumLength = 64;

    /// <summary>The known word nearest to this one by edits (insert, delete, replace, swap of neighbours), when it is near enough to be what was meant.</summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        if (word.Length is 0 or > MaximumLength)
        {
            return null;
        }

        var limit = Limit(word);
        var sought = word.ToLowerInvariant();
        string? best = null;
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) > limit)
            {
                continue;
            }

            var distance = Distance(sought, candidate.ToLowerInvariant(), limit);
            if (distance <= limit)
            {
                limit = distance - 1;
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>The end of a sentence about a word that is not known.</summary>
    public static string Hint(string? meant) => meant is null ? "." : $": did you mean '{meant}'?";

    /// <summary>What to write instead, without its place; null where nothing is near.</summary>
    public static string? Remedy(string written, string? meant) => meant is null ? null : $"Replace `{written}` with `{meant}`";

    /// <summary>As many edits as the word may be away from what was meant.</summary>
    public static int Limit(string word) => word.Length <= 4 ? 1 : 2;

    // Optimal string alignment: the usual three rows, given up once no way can stay within the limit.
    private static int Distance(string left, string right, int limit)
    {
        var before = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var row = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        var leastBefore = 0;
        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            var least = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[line - 1] == right[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(row[column - 1], last[column]) + 1, last[column - 1] + cost);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                {
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
                }

                least = Math.Min(least, row[column]);
            }

            // A swap of neighbours comes from the line before the last.
            if (Math.Min(least, leastBefore) > limit)
            {
                return limit + 1;
            }

            leastBefore = least;
            (before, last, row) = (last, row, before);
        }

        return last[right.Length];
    }
}
