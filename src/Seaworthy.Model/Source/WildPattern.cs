namespace Seaworthy.Model.Source;

/// <summary>
/// A path pattern with git's wildcards: <c>*</c> and <c>?</c> stay inside one name, <c>**</c> between slashes crosses directories, brackets hold sets.
/// Matching keeps one way back per kind of star, so that a hostile pattern costs time in proportion, never exponentially.
/// </summary>
internal sealed class WildPattern
{
    private readonly IReadOnlyList<WildToken> tokens;

    private WildPattern(IReadOnlyList<WildToken> tokens) => this.tokens = tokens;

    /// <summary>Null for a pattern that git finds malformed, and that therefore matches nothing.</summary>
    public static WildPattern? Parse(string text)
    {
        List<WildToken> tokens = [];
        var at = 0;
        while (at < text.Length)
        {
            if (Next(text, ref at) is not { } token)
            {
                return null;
            }

            tokens.Add(token);
        }

        return new WildPattern(tokens);
    }

    public bool Matches(ReadOnlySpan<char> path)
    {
        var token = 0;
        var at = 0;
        int afterStar = -1,
            starAt = 0;
        int afterDeep = -1,
            deepAt = 0;
        while (token < tokens.Count || at < path.Length)
        {
            switch (token < tokens.Count ? tokens[token].Kind : WildTokenKind.None)
            {
                case WildTokenKind.Rest:
                    return true;
                case WildTokenKind.Star:
                    (afterStar, starAt) = (++token, at);
                    continue;
                case WildTokenKind.Directories:
                    (afterDeep, deepAt, afterStar) = (++token, at, -1);
                    continue;
                case WildTokenKind.Character when at < path.Length && tokens[token].Accepts(path[at]):
                    token++;
                    at++;
                    continue;
            }

            if (afterStar >= 0 && starAt < path.Length && path[starAt] != '/')
            {
                (token, at) = (afterStar, ++starAt);
                continue;
            }

            if (afterDeep < 0 || path[deepAt..].IndexOf('/') is not (>= 0 and var slash))
            {
                return false;
            }

            deepAt += slash + 1;
            (token, at, afterStar) = (afterDeep, deepAt, -1);
        }

        return true;
    }

    private static WildToken? Next(string text, ref int at)
    {
        switch (text[at])
        {
            case '\\':
                at += 2;
                return at <= text.Length ? WildToken.Exactly(text[at - 1]) : null;
            case '?':
                at++;
                return WildToken.AnyCharacter;
            case '[':
                return WildSet.Parse(text, ref at) is { } set ? WildToken.OneOf(set) : null;
            case '*':
                return Stars(text, ref at);
            default:
                return WildToken.Exactly(text[at++]);
        }
    }

    // Two stars cross directories only where they fill the whole space between slashes.
    private static WildToken Stars(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] == '*')
        {
            at++;
        }

        var alone = at - start >= 2 && (start == 0 || text[start - 1] == '/');
        if (alone && at == text.Length)
        {
            return WildToken.Rest;
        }

        if (alone && text[at] == '/')
        {
            at++;
            return WildToken.Directories;
        }

        return WildToken.Star;
    }
}
