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

    private static TimeSpan Cost(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
