using System.Text;

namespace Seaworthy.Reading.Code.Ruby;

/// <summary>Path patterns of Rails and Sinatra: parameters, optional parts, formats.</summary>
/// <remarks>Source: Rails Guides, "Rails Routing from the Outside In".</remarks>
internal static class RailsPaths
{
    private const int MostVariants = 8;

    public static string Join(string start, string path) =>
        path.Trim('/').Length == 0 ? start.TrimEnd('/') : start.TrimEnd('/') + "/" + path.Trim('/');

    /// <summary><c>photos(/:id)</c> without and with its optional part.</summary>
    public static IReadOnlyList<string> Variants(string path)
    {
        var close = path.IndexOf(')', StringComparison.Ordinal);
        var open = close < 0 ? -1 : path.LastIndexOf('(', close);
        return open < 0
            ? [Parameters(path)]
            :
            [
                .. Variants(path[..open] + path[(close + 1)..])
                    .Concat(Variants(path[..open] + path[(open + 1)..close] + path[(close + 1)..]))
                    .Distinct(StringComparer.Ordinal)
                    .Take(MostVariants),
            ];
    }

    /// <summary>A format may follow: <c>/orders.json</c>.</summary>
    public static IEnumerable<string> WithFormat(string path)
    {
        yield return path;
        if (path.Trim('/').Length > 0 && !path.EndsWith('}') && !path.Contains('*', StringComparison.Ordinal))
        {
            yield return path.TrimEnd('/') + ".{}";
        }
    }

    // "x-:id" is "x-{}"; a part that is a parameter as a whole is understood by everybody.
    private static string Parameters(string path)
    {
        StringBuilder text = new();
        for (var at = 0; at < path.Length; at++)
        {
            if (path[at] != ':' || at + 1 >= path.Length || !IsName(path[at + 1]))
            {
                text.Append(path[at]);
                continue;
            }

            while (at + 1 < path.Length && IsName(path[at + 1]))
            {
                at++;
            }

            text.Append("{}");
        }

        return text.ToString();
    }

    private static bool IsName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';
}
