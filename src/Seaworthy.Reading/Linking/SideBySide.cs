using Seaworthy.Model;

namespace Seaworthy.Reading.Linking;

/// <summary>The same work on each of many things, on all cores; the results keep the order of the things.</summary>
internal static class SideBySide
{
    public static IReadOnlyList<TResult> Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        var left = Work.Left;
        var taken = 0L;
        // Each may take what is left, and all together too: which of them is done first must not matter.
        Parallel.For(
            0,
            items.Count,
            index =>
                results[index] = Work.Within(
                    left,
                    () =>
                    {
                        var result = work(items[index]);
                        Interlocked.Add(ref taken, left - Work.Left);
                        return result;
                    }
                )
        );
        Work.Take(taken);
        return results;
    }
}
