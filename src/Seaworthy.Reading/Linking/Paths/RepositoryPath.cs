namespace Seaworthy.Reading.Linking.Paths;

/// <summary>Arithmetic on paths of the repository: relative to the root, with <c>/</c>, without <c>.</c> and <c>..</c>; the root is the empty path.</summary>
internal static class RepositoryPath
{
    private static readonly HashSet<string> SampleNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "example",
        "examples",
        "sample",
        "samples",
        "template",
        "templates",
        "fixtures",
        "testdata",
        "docs",
        "test",
        "tests",
        "__tests__",
        "archive",
        "archived",
        "broken",
        "deprecated",
        "legacy",
        "old",
        "vendor",
        "third_party",
    };

    /// <summary>A path as written, taken from a directory. Null when it leaves the repository, is absolute, a URL, or starts at a home directory.</summary>
    public static string? Join(string? directory, string path)
    {
        if (directory is null || !IsRelative(path))
        {
            return null;
        }

        List<string> segments = [.. directory.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (var segment in path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == "..")
            {
                if (segments.Count == 0)
                {
                    return null;
                }

                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment != ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }

    public static bool IsRelative(string path) =>
        path is not ['/', ..] and not ['~', ..] and not [_, ':', '\\' or '/', ..] && !path.Contains("://", StringComparison.Ordinal);

    /// <summary>Under a directory of examples, templates, fixtures or tests, or broken by its own name: shown or tried, not deployed.</summary>
    public static bool IsSample(string path) =>
        path.Split('/')
            .SkipLast(1)
            .Any(part => SampleNames.Contains(part) || part.StartsWith("testfiles", StringComparison.OrdinalIgnoreCase))
        || NameOf(path).Contains("broken", StringComparison.OrdinalIgnoreCase);

    public static string Parent(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The directory itself and everything above it, nearest first, the root last.</summary>
    public static IEnumerable<string> Ancestors(string directory)
    {
        for (var at = directory; at.Length > 0; at = Parent(at))
        {
            yield return at;
        }

        yield return "";
    }

    /// <summary>The path as seen from a directory above it; the path itself when it is not below.</summary>
    public static string Below(string directory, string path) =>
        directory.Length > 0 && path.StartsWith(directory + "/", StringComparison.Ordinal) ? path[(directory.Length + 1)..] : path;
}
