namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The password of <c>scheme://user:password@host</c>.</summary>
internal static class UrlPasswords
{
    private const string Separator = "://";

    public static Range Next(string text, int from)
    {
        for (
            var at = text.IndexOf(Separator, from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Separator, at + 1, StringComparison.Ordinal)
        )
        {
            var user = at + Separator.Length;
            var colon = End(text, user, "/:@'\"");
            if (HasScheme(text, from, at) && colon < text.Length && text[colon] == ':')
            {
                var end = End(text, colon + 1, "/@'\"");
                if (end > colon + 1 && end < text.Length && text[end] == '@')
                {
                    return (colon + 1)..end;
                }
            }
        }

        return default;
    }

    private static int End(string text, int from, string stops)
    {
        while (from < text.Length && !char.IsWhiteSpace(text[from]) && !stops.Contains(text[from], StringComparison.Ordinal))
        {
            from++;
        }

        return from;
    }

    private static bool HasScheme(string text, int from, int end)
    {
        for (var at = end - 1; at >= from && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '.' or '-'); at--)
        {
            if (char.IsAsciiLetter(text[at]))
            {
                return true;
            }
        }

        return false;
    }
}
