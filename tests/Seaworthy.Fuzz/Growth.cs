using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>
/// Holds work to time in proportion to its input, without a clock: the processor time of four times the input is compared with that of the input.
/// In proportion is four; with the square of the input would be sixteen. A busy machine delays both alike, and the best of several counts.
/// </summary>
internal static class Growth
{
    private const int Times = 4;
    private const int Allowed = 10;
    private const int Attempts = 10;
    private const double AllowedDoubling = 2.3;

    // Below this, what is measured is the machine: compilation and collection of other tests count as well. Work that grows with the square takes far more for inputs of these sizes.
    private static readonly TimeSpan Negligible = TimeSpan.FromSeconds(1);

    /// <summary>A piece repeated: what a hostile file is made of.</summary>
    public static void OfRepetition(string piece, int times, Action<string> read, string head = "", string tail = "") =>
        OfText(count => head + string.Concat(Enumerable.Repeat(piece, count)) + tail, times, read);

    /// <param name="largest">The greater of the two sizes.</param>
    public static void OfText(Func<int, string> text, int largest, Action<string> read)
    {
        string small = text(largest / Times),
            large = text(largest);
        read(small);
        TimeSpan cheapest = TimeSpan.MaxValue,
            dearest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            cheapest = Least(cheapest, Cost(() => read(small)));
            dearest = Least(dearest, Cost(() => read(large)));
            if (dearest < Negligible || dearest < cheapest * Allowed)
            {
                return;
            }
        }

        Assert.Fail(
            $"{Times} times the input took {dearest / cheapest:0.0} times as long ({cheapest}, {dearest}): something is done again for each part"
        );
    }

    /// <summary>
    /// Counted instead of timed: what the whole process allocates. What the second doubling of the input adds is compared with what the first added, which leaves out what every
    /// run costs: in proportion is two, with the square of the input would be four.
    /// </summary>
    public static void OfAllocation(int smallest, Action<int> work)
    {
        work(smallest);
        var small = Allocated(() => work(smallest));
        var middle = Allocated(() => work(smallest * 2));
        var large = Allocated(() => work(smallest * 4));
        var growth = (double)(large - middle) / Math.Max(middle - small, 1);
        if (growth > AllowedDoubling)
        {
            // A table that grew just then is no square: what does its work again does so at the next doubling too.
            var largest = Allocated(() => work(smallest * 8));
            (small, middle, large) = (middle, large, largest);
            growth = (double)(large - middle) / Math.Max(middle - small, 1);
        }

        Assert.True(
            growth <= AllowedDoubling,
            $"twice the input added {growth:0.0} times as much ({small:N0}, {middle:N0}, {large:N0} bytes): something is done again for each part"
        );
    }

    private static long Allocated(Action work)
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        work();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static TimeSpan Cost(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
