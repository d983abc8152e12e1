namespace Seaworthy.Reading.Readers.Shapes;

/// <summary>Finds the known word that a misspelt one was meant to be.</summary>
internal static class NearMiss
{
    /// <summary>The nearest candidate within two edits (one for short words), if there is exactly one that near.</summary>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        if (word.Length is < 3 or > 40)
        {
            return null;
        }

        var limit = word.Length <= 4 ? 1 : 2;
        var near = candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate, limit)))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .Take(2)
            .ToList();
        return near switch
        {
            [var only] => only.Candidate,
            [var first, var second] when first.Distance < second.Distance => first.Candidate,
            _ => null,
        };
    }

    /// <summary>Inserts, deletes, replacements, and swaps of neighbours (optimal string alignment), row by row.</summary>
    private static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        int[] before = [],
            above = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 1; i <= left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]) ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[right.Length];
    }
}
