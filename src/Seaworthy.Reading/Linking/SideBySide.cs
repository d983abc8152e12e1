namespace Seaworthy.Reading.Linking;

/// <summary>The same work on each of many things, on all cores; the results keep the order of the things.</summary>
internal static class SideBySide
{
    public static IReadOnlyList<TResult> Select<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> work)
    {
        var results = new TResult[items.Count];
        Parallel.For(0, items.Count, index => results[index] = work(items[index]));
        return results;
    }
}
