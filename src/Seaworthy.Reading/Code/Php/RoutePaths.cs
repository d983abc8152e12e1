using System.Text;

namespace Seaworthy.Reading.Code.Php;

/// <summary>The paths that a pattern of PHP's frameworks matches, with and without its optional parts.</summary>
internal static class RoutePaths
{
    private const int MostVariants = 8;

    /// <summary>Laravel's <c>/users/{id?}</c>; Symfony's parameters with defaults at the end look like any other.</summary>
    public static IReadOnlyList<string> OfLaravel(string path)
    {
        var mark = path.IndexOf("?}", StringComparison.Ordinal);
        if (mark < 0)
        {
            return [path];
        }

        var open = path.LastIndexOf('{', mark);
        return [path[..Math.Max(0, open)], .. OfLaravel(path.Remove(mark, 1)).Take(MostVariants)];
    }

    /// <summary>FastRoute's <c>/users[/{id}[/edit]]</c>, as Slim and Lumen have it.</summary>
    /// <remarks>Source: README of nikic/FastRoute, "Defining routes".</remarks>
    public static IReadOnlyList<string> OfFastRoute(string path)
    {
        var plain = WithoutPatterns(path);
        var open = plain.IndexOf('[', StringComparison.Ordinal);
        return open < 0 || !plain.EndsWith(']')
            ? [plain]
            : [plain[..open], .. OfFastRoute(plain[..open] + plain[(open + 1)..^1]).Take(MostVariants)];
    }

    /// <summary><c>{id:[0-9]+}</c> is <c>{id}</c>; one that takes slashes takes everything below.</summary>
    private static string WithoutPatterns(string path)
    {
        StringBuilder text = new();
        for (var at = 0; at < path.Length; at++)
        {
            var colon = path[at] == '{' ? path.IndexOf(':', at) : -1;
            var close = path[at] == '{' ? End(path, at) : -1;
            if (close < 0)
            {
                text.Append(path[at]);
                continue;
            }

            var pattern = colon > 0 && colon < close ? path[(colon + 1)..close] : "";
            if (pattern.StartsWith(".*", StringComparison.Ordinal) || pattern.StartsWith(".+", StringComparison.Ordinal))
            {
                return text.Append('*').ToString();
            }

            text.Append("{p}");
            at = close;
        }

        return text.ToString();
    }

    private static int End(string path, int open)
    {
        var depth = 0;
        for (var at = open; at < path.Length; at++)
        {
            depth +=
                path[at] == '{' ? 1
                : path[at] == '}' ? -1
                : 0;
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }
}
