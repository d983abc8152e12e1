namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Orders the places of each column so that few lines cross: each goes to the mean of its neighbours, to and fro, and the best order met is kept.</summary>
/// <remarks>Source: the barycentre method of Sugiyama, Tagawa and Toda (1981), step 3.</remarks>
internal static class CrossingReduction
{
    private const int Sweeps = 12;

    public static void Apply(Columns columns)
    {
        var best = Orders(columns);
        var fewest = Crossings(columns);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            Sweep(columns, isRightward: sweep % 2 == 0);
            if (Crossings(columns) is var crossings && crossings < fewest)
            {
                (best, fewest) = (Orders(columns), crossings);
            }
        }

        foreach (var (index, column) in columns.All.Index())
        {
            column.Clear();
            column.AddRange(best[index]);
        }
    }

    /// <summary>How many pairs of lines cross.</summary>
    public static int Crossings(Columns columns)
    {
        var rank = Ranks(columns);
        return columns.All.Sum(column =>
            Inversions([.. column.SelectMany(place => columns.After(place).Select(next => rank[next]).Order())])
        );
    }

    private static List<int[]> Orders(Columns columns) => [.. columns.All.Select(column => column.ToArray())];

    private static void Sweep(Columns columns, bool isRightward)
    {
        foreach (var column in isRightward ? columns.All : columns.All.Reverse())
        {
            var rank = Ranks(columns);
            var order = column
                .OrderBy(place =>
                    (isRightward ? columns.Before(place) : columns.After(place)) is { Count: > 0 } near
                        ? near.Average(one => rank[one])
                        : rank[place]
                )
                .ToList();
            column.Clear();
            column.AddRange(order);
        }
    }

    private static int[] Ranks(Columns columns)
    {
        var rank = new int[columns.Places];
        foreach (var (index, place) in columns.All.SelectMany(column => column.Index()))
        {
            rank[place] = index;
        }

        return rank;
    }

    // Lines leave in this order from the top and arrive at these ranks: each earlier one that arrives lower is crossed.
    private static int Inversions(List<int> ranks)
    {
        var inversions = 0;
        List<int> sorted = [];
        foreach (var rank in ranks)
        {
            var at = sorted.BinarySearch(rank);
            at = at < 0 ? ~at : at;
            while (at < sorted.Count && sorted[at] == rank)
            {
                at++;
            }

            inversions += sorted.Count - at;
            sorted.Insert(at, rank);
        }

        return inversions;
    }
}
