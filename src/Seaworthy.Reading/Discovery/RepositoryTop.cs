namespace Seaworthy.Reading.Discovery;

/// <summary>The top directory of the repository that a directory lies in, for those who write into one.</summary>
public static class RepositoryTop
{
    /// <summary>Null outside every repository.</summary>
    public static string? Of(string directory) => GitDirectory.Find(directory)?.Top;

    /// <summary>The directories above one, up to the top of its repository, the nearest first.</summary>
    public static IEnumerable<string> Above(string directory)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (Of(full) is not { } top)
        {
            yield break;
        }

        for (var at = full; at != top && Path.GetDirectoryName(at) is { } above; at = above)
        {
            yield return above;
        }
    }

    /// <summary>Whether a directory has a file of one of these names.</summary>
    public static bool HasFile(string directory, IEnumerable<string> names) =>
        names.Any(name => File.Exists(Path.Combine(directory, name)));
}
