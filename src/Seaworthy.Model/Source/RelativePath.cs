namespace Seaworthy.Model.Source;

/// <summary>How a path of the repository is written in a file elsewhere in it: with <c>..</c> and <c>/</c>, whatever machine asks.</summary>
public static class RelativePath
{
    public static string Of(string directory, string path)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(path);
        var (from, to) = (Segments(directory), Segments(path));
        var shared = from.TakeWhile((segment, index) => index < to.Length && segment == to[index]).Count();
        return string.Join('/', Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared)));
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
