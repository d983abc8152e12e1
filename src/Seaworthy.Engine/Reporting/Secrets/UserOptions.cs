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
        var word = OptionWord.After(text, from);
        var user = text.AsSpan()[word].IndexOf(':');
        var start = word.Start.Value + user + 1;
        return user > 0 && word.End.Value - start >= Least && text[start] != '/' ? start..word.End.Value : default;
    }
}
