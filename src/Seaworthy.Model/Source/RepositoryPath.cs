namespace Seaworthy.Model.Source;

/// <summary>Arithmetic on paths of the repository: relative to the root, with <c>/</c>, without <c>.</c> and <c>..</c>; the root is the empty path.</summary>
public static class RepositoryPath
{
    /// <summary>A path as written, taken from a directory. Null when it leaves the repository, is absolute, a URL, or starts at a home directory.</summary>
    public static string? Join(string? directory, string path)
    {
        if (directory is null || !IsRelative(path))
        {
            return null;
        }

        var size = directory.Length + path.Length + 2;
        Span<char> joined = size <= 512 ? stackalloc char[size] : new char[size];
        var length = 0;
        foreach (var range in directory.AsSpan().Split('/'))
        {
            Append(directory.AsSpan(range), joined, ref length);
        }

        foreach (var range in path.AsSpan().SplitAny('/', '\\'))
        {
            var segment = path.AsSpan(range);
            if (segment is "..")
            {
                if (length == 0)
                {
                    return null;
                }

                length = Math.Max(joined[..length].LastIndexOf('/'), 0);
            }
            else if (segment is not ".")
            {
                Append(segment, joined, ref length);
            }
        }

        return joined[..length].ToString();
    }

    private static void Append(ReadOnlySpan<char> segment, Span<char> joined, ref int length)
    {
        if (segment.IsEmpty)
        {
            return;
        }

        if (length > 0)
        {
            joined[length++] = '/';
        }

        segment.CopyTo(joined[length..]);
        length += segment.Length;
    }

    public static bool IsRelative(string path) =>
        path is not ['/', ..] and not ['~', ..] and not [_, ':', '\\' or '/', ..] && !path.Contains("://", StringComparison.Ordinal);

    /// <summary>Under a directory of examples, templates, fixtures or tests, or broken by its own name: shown or tried, not deployed.</summary>
    public static bool IsSample(string path) =>
        FilePurposes.Has(Parent(path) + "/", FilePurpose.Aside | FilePurpose.Vendored | FilePurpose.Vendor)
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

    /// <summary>The path as seen from a directory: empty for the directory itself, null when it is not below.</summary>
    public static string? Inside(string directory, string path) =>
        directory.Length == 0 ? path
        : path == directory ? ""
        : path.Length > directory.Length && path[directory.Length] == '/' && path.StartsWith(directory, StringComparison.Ordinal)
            ? path[(directory.Length + 1)..]
        : null;

    /// <summary>The path as seen from a directory above it; the path itself when it is not below.</summary>
    public static string Below(string directory, string path) =>
        directory.Length > 0 && path.StartsWith(directory + "/", StringComparison.Ordinal) ? path[(directory.Length + 1)..] : path;
}
