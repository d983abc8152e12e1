namespace Seaworthy.Reading.Discovery;

/// <summary>The paths that git tracks, in order: which directories hold one is asked of them, not of a set with every part of every path.</summary>
internal sealed class TrackedPaths(IReadOnlyList<GitEntry> index)
{
    private readonly string[] paths = [.. index.Select(entry => entry.Path).Order(StringComparer.Ordinal)];

    /// <summary>Whether anything below a directory is tracked.</summary>
    public bool Below(string directory)
    {
        var first = directory + "/";
        var found = Array.BinarySearch(paths, first, StringComparer.Ordinal);
        var next = found >= 0 ? found : ~found;
        return next < paths.Length && paths[next].StartsWith(first, StringComparison.Ordinal);
    }
}
