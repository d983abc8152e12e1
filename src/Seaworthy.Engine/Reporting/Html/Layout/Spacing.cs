namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Puts things in a row as near as possible to where they want to be, in their order, without touching.</summary>
internal static class Spacing
{
    /// <param name="wanted">Where the middle of each wants to be.</param>
    /// <param name="apart">How far the middle of each must be from that of the one before it; the first is not asked.</param>
    /// <remarks>Source: least squares in order, solved by pooling adjacent violators (Ayer and others, 1955).</remarks>
    public static double[] Settle(IReadOnlyList<double> wanted, IReadOnlyList<double> apart)
    {
        // With the distances taken off, the order alone is left to keep: neighbours that want to pass each other meet in the middle.
        var offset = new double[wanted.Count];
        for (var index = 1; index < wanted.Count; index++)
        {
            offset[index] = offset[index - 1] + apart[index];
        }

        List<Pool> pools = [];
        for (var index = 0; index < wanted.Count; index++)
        {
            Pool pool = new(wanted[index] - offset[index], 1);
            while (pools is [.., var last] && last.Sum / last.Count > pool.Sum / pool.Count)
            {
                pool = new Pool(pool.Sum + last.Sum, pool.Count + last.Count);
                pools.RemoveAt(pools.Count - 1);
            }

            pools.Add(pool);
        }

        return
        [
            .. pools.SelectMany(pool => Enumerable.Repeat(pool.Sum / pool.Count, pool.Count)).Select((at, index) => at + offset[index]),
        ];
    }

    private sealed record Pool(double Sum, int Count);
}
