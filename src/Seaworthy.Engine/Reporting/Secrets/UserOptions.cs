using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password behind the user whom a program of the web signs in as: <c>curl -u user:X</c>, <c>--user user:X</c>, as words or as a list.</summary>
/// <remarks>Source: curl manual, "-u, --user". For <c>docker run --user 1000:1000</c> the same option names a group.</remarks>
internal static class UserOptions
{
    private const int Least = 4;
    private const int LongestJoined = 12;

    // The name of the program stands in the same command.
    private const int LongestCommand = 600;

    private static readonly SearchValues<char> OfGroups = SearchValues.Create("0123456789:");
    private static readonly string[] Names = ["--user", "--proxy-user", "-u", "-U"];
    private static readonly string[] HttpTools = ["xh ", "http ", "https ", "httpie", "\"xh\"", "\"http\"", "\"https\""];
    private static readonly string[] Tools = ["curl", .. HttpTools];

    public static Range Next(string text, int from)
    {
        for (var at = text.IndexOf('-', from); at >= 0; at = at + 1 < text.Length ? text.IndexOf('-', at + 1) : -1)
        {
            if (at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('"' or '\'' or '`'))
            {
                continue;
            }

            foreach (var name in Names)
            {
                if (
                    text.AsSpan(at).StartsWith(name, StringComparison.Ordinal)
                    && IsOfTool(text, at, Tools)
                    && Password(text, at + name.Length) is { End.Value: > 0 } password
                )
                {
                    return password;
                }
            }

            if (
                Joined(text, at) is > 0 and var end
                && IsOfTool(text, at, text[end - 1] == 'a' ? HttpTools : Tools)
                && Password(text, end) is { End.Value: > 0 } joined
            )
            {
                return joined;
            }
        }

        return default;
    }

    /// <summary>Where short options in one word end, of which the last takes the user: <c>-fsSLu user:X</c>, and <c>-a</c> of HTTPie; 0 for others.</summary>
    private static int Joined(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && end - at < LongestJoined && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return text[end - 1] is 'u' or 'U' && end - at > 2 || (end - at == 2 && text[end - 1] == 'a') ? end : 0;
    }

    private static bool IsOfTool(string text, int at, string[] tools)
    {
        var before = text.AsSpan(Math.Max(0, at - LongestCommand)..at);
        foreach (var tool in tools)
        {
            if (before.Contains(tool, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static Range Password(string text, int from)
    {
        var word = OptionWord.After(text, from);
        var user = text.AsSpan()[word].IndexOf(':');
        var start = word.Start.Value + user + 1;
        // 1000:1000 are a user and a group of a container.
        return user > 0 && word.End.Value - start >= Least && text[start] != '/' && text.AsSpan()[word].ContainsAnyExcept(OfGroups)
            ? start..word.End.Value
            : default;
    }
}
