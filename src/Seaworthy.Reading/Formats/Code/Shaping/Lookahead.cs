namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Looks forward for the end of something, and remembers the answer: a place inside a stretch already searched has the same end, so that all searches together stay linear.</summary>
internal sealed class Lookahead(TokenTrees trees)
{
    private const int Kinds = (int)Sought.Colon + 1;

    // By the group and what is looked for in it.
    private readonly Dictionary<int, TokenRange> found = [];

    /// <summary>What is looked for.</summary>
    public enum Sought
    {
        Expression,
        Type,
        Body,
        Line,
        Statement,
        Colon,
    }

    /// <summary>The first token from <paramref name="start"/> on, outside inner groups, at which the test holds; the end of the group otherwise.</summary>
    public int Find(Sought sought, int start, Func<int, int, bool> stops)
    {
        if (start >= trees.Count)
        {
            return trees.Count;
        }

        var parent = trees.Parent(start);
        var key = (parent * Kinds) + (int)sought;
        if (found.TryGetValue(key, out var known) && start > known.First && start < known.End)
        {
            return known.End;
        }

        var limit = parent >= 0 ? trees.Partner(parent) : trees.Count;
        var at = start;
        while (at < limit && !trees.IsKind(at, TokenKind.Close) && !stops(at, start))
        {
            at = trees.After(at);
        }

        at = Math.Max(start, Math.Min(at, limit));
        found[key] = new TokenRange(start, at);
        return at;
    }
}
