namespace Seaworthy.Engine.Grouping;

/// <summary>Findings that belong together by marks that they share, directly or through others.</summary>
internal sealed class Ties
{
    private readonly List<int> parents = [];
    private readonly Dictionary<object, int> seen = [];

    public void Add(IEnumerable<object> marks)
    {
        var own = parents.Count;
        parents.Add(own);
        foreach (var mark in marks)
        {
            if (seen.TryGetValue(mark, out var other))
            {
                parents[Root(own)] = Root(other);
            }
            else
            {
                seen[mark] = own;
            }
        }
    }

    /// <summary>The same number for all that belong together.</summary>
    public int Root(int at)
    {
        while (parents[at] != at)
        {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }

        return at;
    }
}
