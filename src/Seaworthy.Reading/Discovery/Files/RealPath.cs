namespace Seaworthy.Reading.Discovery.Files;

/// <summary>The real path: two names with the same real path are the same file.</summary>
public static class RealPath
{
    private const int MaximumLinks = 40;

    /// <summary>A path without links; null where they run in a circle.</summary>
    public static string? Of(string path)
    {
        var waiting = new Stack<string>(Enumerable.Reverse(Parts(Path.GetFullPath(path))));
        var at = Path.GetPathRoot(Path.GetFullPath(path)) ?? "";
        for (var links = 0; waiting.TryPop(out var name); )
        {
            var next = Path.Combine(at, name);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                at = next;
                continue;
            }

            if (++links > MaximumLinks)
            {
                return null;
            }

            var whole = Path.GetFullPath(target, at);
            foreach (var part in Enumerable.Reverse(Parts(whole)))
            {
                waiting.Push(part);
            }

            at = Path.GetPathRoot(whole) ?? "";
        }

        return at;
    }

    private static string[] Parts(string path) =>
        path[(Path.GetPathRoot(path)?.Length ?? 0)..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
}
