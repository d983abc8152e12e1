namespace Seaworthy.Model.Source;

/// <summary>Arithmetic on absolute paths inside an image.</summary>
public static class ImagePath
{
    // Linux takes no longer one; a file of a thousand WORKDIRs below each other would fill the memory with them.
    private const int LongestPath = 4096;

    /// <summary>A path as written, taken from a working directory. Null when the directory is not known and the path needs it, and for a path that no system takes.</summary>
    public static string? Join(string? directory, string path)
    {
        if (path is not ['/', ..])
        {
            if (directory is null || path is ['~', ..])
            {
                return null;
            }

            path = directory + "/" + path;
        }

        if (path.Length > LongestPath)
        {
            return null;
        }

        List<string> segments = [];
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (segment)
            {
                case ".":
                    break;
                case "..":
                    if (segments.Count > 0)
                    {
                        segments.RemoveAt(segments.Count - 1);
                    }

                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return "/" + string.Join('/', segments);
    }

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The directory that holds the path; that of the root is the root.</summary>
    public static string Parent(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : "/";

    /// <summary>The directory itself and everything above it, nearest first, the root last.</summary>
    public static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = directory; at.Length > 1; at = Parent(at))
        {
            yield return at;
        }

        yield return "/";
    }

    /// <summary>The path seen from a directory above it: empty for the directory itself, null when it is not below.</summary>
    public static string? Inside(string directory, string path) =>
        path == directory ? ""
        : directory == "/" ? path[1..]
        : path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal)
            ? path[(directory.Length + 1)..]
        : null;

    public static string Under(string directory, string name) => name.Length == 0 ? directory : directory.TrimEnd('/') + "/" + name;
}
