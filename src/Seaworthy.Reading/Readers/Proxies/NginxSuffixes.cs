namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>The endings of a regular expression that matches every path with one of them: <c>\.(js|css|jpe?g)$</c>.</summary>
/// <remarks>Source: nginx documentation, "location"; the expressions are PCRE's.</remarks>
internal static class NginxSuffixes
{
    // What may stand before the dot and matches any path.
    private static readonly string[] AnyPath = ["", "^", ".*", "^.*", ".+", "^.+", "^(.*)", "^(.+)", "^/.*", "^/.+", "^/(.+)", "^/(.*)"];

    /// <summary>Without the dot, in lower case; empty for an expression of another shape.</summary>
    public static IReadOnlyList<string> Of(string pattern)
    {
        var dot = pattern.IndexOf(@"\.", StringComparison.Ordinal);
        if (dot < 0 || !pattern.EndsWith('$') || !AnyPath.Contains(pattern[..dot]))
        {
            return [];
        }

        var rest = pattern[(dot + 2)..^1];
        var words = rest is ['(', .., ')'] ? rest[1..^1] : rest;
        words = words.StartsWith("?:", StringComparison.Ordinal) ? words[2..] : words;
        var all = words.Split('|');
        return all.All(IsWord) ? [.. all.SelectMany(Spellings).Select(word => word.ToLowerInvariant())] : [];
    }

    private static bool IsWord(string word) =>
        word.Length > 0 && word[0] != '?' && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '?');

    /// <summary><c>jpe?g</c> is <c>jpeg</c> and <c>jpg</c>.</summary>
    private static IEnumerable<string> Spellings(string word) =>
        word.IndexOf('?', StringComparison.Ordinal) is > 0 and var at
            ? Spellings(word[..at] + word[(at + 1)..]).Concat(Spellings(word[..(at - 1)] + word[(at + 1)..]))
            : [word];
}
