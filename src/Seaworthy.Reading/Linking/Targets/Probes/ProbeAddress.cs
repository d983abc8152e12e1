using System.Globalization;

namespace Seaworthy.Reading.Linking.Targets.Probes;

/// <summary>Where a probe asks: <c>http://localhost:8000/health</c>.</summary>
/// <param name="Host">Null for the container itself.</param>
/// <param name="Path">Without query.</param>
internal sealed record ProbeAddress(string? Host, int? Port, string Path)
{
    /// <summary>Stands in a URL for an unknown part.</summary>
    public const string Unknown = "\u0001";

    /// <summary>A URL; as curl and wget do, <c>http</c> is taken when no scheme is written.</summary>
    public static ProbeAddress? OfUrl(string url)
    {
        var mark = url.IndexOf("://", StringComparison.Ordinal);
        var scheme = mark < 0 ? "http" : url[..mark];
        var rest = mark < 0 ? url : url[(mark + 3)..];
        var end = rest.IndexOfAny(['/', '?', '#']);
        var authority = end < 0 ? rest : rest[..end];
        var path = end >= 0 && rest[end] == '/' ? rest[end..].Split('?', '#')[0] : "/";
        return
            scheme is "http" or "https"
            && !path.Contains(Unknown, StringComparison.Ordinal)
            && OfAuthority(authority, scheme == "http" ? 80 : 443) is { } at
            ? at with
            {
                Path = path,
            }
            : null;
    }

    /// <summary><c>host:port</c>; null when it is none.</summary>
    public static ProbeAddress? OfAuthority(string text, int? usualPort)
    {
        var authority = text[(text.LastIndexOf('@') + 1)..];
        var colon = authority.EndsWith(']') ? -1 : authority.LastIndexOf(':');
        var host = colon < 0 ? authority : authority[..colon];
        if (colon < 0)
        {
            return IsHost(host) ? new ProbeAddress(Other(host), usualPort, "/") : null;
        }

        if (IsHost(host) && authority[(colon + 1)..] == Unknown)
        {
            return new ProbeAddress(Other(host), null, "/");
        }

        return IsHost(host) && int.TryParse(authority[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new ProbeAddress(Other(host), port, "/")
            : null;
    }

    private static string? Other(string host) =>
        host is "localhost" or "0.0.0.0" or "[::1]" or "::1" || host.StartsWith("127.", StringComparison.Ordinal) ? null : host;

    private static bool IsHost(string host)
    {
        foreach (var letter in host)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.' or '_' or '[' or ']' or ':'))
            {
                return false;
            }
        }

        return host.Length > 0;
    }
}
