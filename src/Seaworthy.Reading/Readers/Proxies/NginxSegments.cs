namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>The paths that a regular expression for a location names and matches only with something behind a further slash.</summary>
/// <remarks>Source: nginx documentation, "location": an expression is sought in the path as it is.</remarks>
internal static class NginxSegments
{
    private const int Most = 100;

    /// <summary><c>/api/orders</c> and <c>/api/carts</c> for <c>^/api/(orders|carts)/</c>; none for another form.</summary>
    public static IReadOnlyList<string> Of(string pattern)
    {
        if (!pattern.StartsWith("^/", StringComparison.Ordinal) || !pattern.EndsWith('/'))
        {
            return [];
        }

        var path = pattern[1..^1];
        var open = path.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return IsPlain(path) && path.Length > 1 ? [path] : [];
        }

        var start = path.AsSpan(open).StartsWith("(?:") ? open + "(?:".Length : open + 1;
        return path.EndsWith(')') && IsPlain(path[..open]) && path[start..^1].Split('|') is { Length: <= Most } names && names.All(IsPlain)
            ? [.. names.Select(name => path[..open] + name)]
            : [];
    }

    private static bool IsPlain(string text) => text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_');
}
