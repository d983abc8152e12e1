namespace Seaworthy.Model;

/// <summary>
/// Work counted in steps, so that what takes too long is given up at the same point on every machine: a clock would give another report on each.
/// A step is one element of a list of the model that somebody goes through. A loop over a list of its own is not counted.
/// </summary>
public static class Work
{
    /// <summary>Steps that one relation or one rule may take: some hundred times what the largest repositories that were audited take.</summary>
    public const long Limit = 400_000_000;

    [ThreadStatic]
    private static long left;

    [ThreadStatic]
    private static bool isLimited;

    /// <summary>Does something, and gives it up after a number of steps.</summary>
    /// <exception cref="WorkExceededException">It took more.</exception>
    public static T Within<T>(long steps, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        // A task that waits for another may do it itself, on its own thread: each has its own account.
        var (leftBefore, wasLimited) = (left, isLimited);
        (left, isLimited) = (steps, true);
        try
        {
            return work();
        }
        finally
        {
            (left, isLimited) = (leftBefore, wasLimited);
        }
    }

    /// <summary>Steps that may still be taken here.</summary>
    public static long Left => isLimited ? left : long.MaxValue / 2;

    /// <summary>Hands out a list, at a step for each of its elements.</summary>
    public static IReadOnlyList<T> Counted<T>(IReadOnlyList<T> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        Take(list.Count);
        return list;
    }

    public static void Take(long steps)
    {
        // One more, so that a loop over nothing ends too.
        left -= steps + 1;
        if (left < 0 && isLimited)
        {
            throw new WorkExceededException();
        }
    }
}
