using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// The password of <c>scheme://user:password@host</c>, with any sign in it that somebody forgot to encode, the token of <c>https://token@host</c>, and the password of <c>jdbc:oracle:thin:user/password@host</c>.
/// </summary>
/// <remarks>Sources: RFC 3986, 3.2.1 "User Information"; Oracle, JDBC Developer's Guide, "Database URLs and Database Specifiers".</remarks>
internal static class UrlPasswords
{
    private const string Separator = "://";
    private static readonly string[] Stores =
    [
        "amqp",
        "amqps",
        "postgres",
        "postgresql",
        "mysql",
        "mariadb",
        "mongodb",
        "mongodb+srv",
        "redis",
        "rediss",
        "sqlserver",
        "mssql",
        "clickhouse",
        "nats",
        "smtp",
        "smtps",
    ];

    private const string Oracle = "jdbc:oracle:";

    // User and password are no longer: a text of a thousand addresses is not read a thousand times to its end.
    private const int Longest = 500;

    public static Range Next(string text, int from)
    {
        var oracle = OfOracle(text, from);
        var url = OfUrl(text, from);
        return oracle.End.Value > 0 && (url.End.Value == 0 || oracle.Start.Value < url.Start.Value) ? oracle : url;
    }

    private static Range OfUrl(string text, int from)
    {
        for (
            var at = text.IndexOf(Separator, from, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Separator, at + 1, StringComparison.Ordinal)
        )
        {
            var user = at + Separator.Length;
            if (HasScheme(text, from, at) && Secret(text, user) is { End.Value: > 0 } secret)
            {
                return secret;
            }
        }

        return default;
    }

    private static Range Secret(string text, int user)
    {
        var colon = End(text, user, "/:@'\"?#");
        if (colon >= text.Length)
        {
            return default;
        }

        if (text[colon] == '@')
        {
            return RandomLooks.IsStrong(text.AsSpan(user, colon - user)) ? user..colon : default;
        }

        if (text[colon] != ':')
        {
            // What a reader took for a host and a path.
            return text[colon] == '/' && LastSign(text, user, colon) is > 0 and var sign && sign > colon + 1 ? (colon + 1)..sign : default;
        }

        var authority = End(text, colon + 1, "/'\"?#");
        var at = text.LastIndexOf('@', authority - 1, authority - colon - 1);
        if (at < 0 && !IsPort(text.AsSpan(colon + 1, authority - colon - 1)))
        {
            // "/" and "?" in a password: an address has no "@" behind its path, but for the one before the host.
            var end = End(text, colon + 1, "'\"");
            at = text.IndexOf('@', colon + 1, end - colon - 1);
        }
        else if (at >= 0)
        {
            at = Math.Max(at, LastSign(text, user, authority));
        }

        return at > colon + 1 ? (colon + 1)..at : default;
    }

    /// <summary>No name of a queue or a database has the sign: what looks like host and path before it belongs to the password. <c>https://host/@scope/package</c>, <c>oci://host/image@sha256:…</c>.</summary>
    private static int LastSign(string text, int user, int from) =>
        IsOfStore(text.AsSpan(0, user - Separator.Length)) && End(text, from, "'\"") is var end && end > from
            ? text.LastIndexOf('@', end - 1, end - from)
            : -1;

    private static bool IsOfStore(ReadOnlySpan<char> before)
    {
        foreach (var scheme in Stores)
        {
            if (before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static Range OfOracle(string text, int from)
    {
        var start = text.IndexOf(Oracle, from, StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return default;
        }

        var slash = End(text, start, "/@'\"");
        var end = slash < text.Length && text[slash] == '/' ? End(text, slash + 1, "@'\"") : 0;
        return end > slash + 1 && end < text.Length && text[end] == '@' ? (slash + 1)..end : default;
    }

    /// <summary><c>host:8080/path@2</c>, <c>host:${PORT}/path</c>.</summary>
    private static bool IsPort(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExceptInRange('0', '9') || text is ['$' or '{' or '<' or '*', ..];

    private static int End(string text, int from, string stops)
    {
        var most = Math.Min(text.Length, from + Longest);
        while (from < most && !char.IsWhiteSpace(text[from]) && !stops.Contains(text[from], StringComparison.Ordinal))
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
