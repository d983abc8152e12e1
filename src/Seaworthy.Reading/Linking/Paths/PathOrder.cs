namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Things in the order of their paths: those below one directory stand together, and are found without looking at the others.</summary>
internal sealed class PathOrder<T>
    where T : class
{
    private readonly T[] items;
    private readonly string[] paths;

    public PathOrder(IEnumerable<T> things, Func<T, string> path)
    {
        items = [.. things.OrderBy(path, StringComparer.Ordinal)];
        paths = [.. items.Select(path)];
    }

    /// <summary>All for the root; of those at the very path none.</summary>
    public IEnumerable<T> Below(string directory)
    {
        if (directory.Length == 0)
        {
            return items;
        }

        var inside = directory + "/";
        var first = First(inside);
        var end = first;
        while (end < paths.Length && paths[end].StartsWith(inside, StringComparison.Ordinal))
        {
            end++;
        }

        return new ArraySegment<T>(items, first, end - first);
    }

    private int First(string path)
    {
        var found = Array.BinarySearch(paths, path, StringComparer.Ordinal);
        return found < 0 ? ~found : found;
    }
}
