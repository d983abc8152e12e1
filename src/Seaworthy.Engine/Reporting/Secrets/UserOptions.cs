namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password behind the user whom a program of the web signs in as: <c>curl -u user:X</c>, <c>--user user:X</c>, as words or as a list.</summary>
/// <remarks>Source: curl manual, "-u, --user". For <c>docker run --user 1000:1000</c> the same option names a group.</remarks>
internal static class UserOptions
{
    private const int Least = 4;

    // The name of the program stands in the same command.
    private const int LongestCommand = 600;

    private static readonly string[] Names = ["--user", "--proxy-user", "-u", "-U"];
    private static readonly string[] Tools = ["curl", "xh ", "http ", "https ", "httpie"];

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
                    && IsOfTool(text.AsSpan(Math.Max(0, at - LongestCommand)..at))
                    && Password(text, at + name.Length) is { End.Value: > 0 } password
                )
                {
                    return password;
                }
            }
        }

        return default;
    }

    private static bool IsOfTool(ReadOnlySpan<char> before)
    {
        foreach (var tool in Tools)
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
        var start = from;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '\'' or ',' or '=' or '\\'))
        {
            start++;
        }

        var end = start;
        var colon = -1;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '`' or ',' or ']' or '\\'))
        {
            colon = colon < 0 && text[end] == ':' ? end : colon;
            end++;
        }

        return colon > start && end - colon - 1 >= Least && text[colon + 1] != '/' ? (colon + 1)..end : default;
    }
}
