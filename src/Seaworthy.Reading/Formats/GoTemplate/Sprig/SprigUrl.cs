using Seaworthy.Reading.Formats.GoTemplate.Values;

namespace Seaworthy.Reading.Formats.GoTemplate.Sprig;

/// <summary>Addresses in parts.</summary>
/// <remarks>Masterminds/sprig v3, url.go.</remarks>
internal static class SprigUrl
{
    public static GoMap Parse(string text)
    {
        GoMap map = new();
        var rest = text;
        map["fragment"] = Behind(ref rest, '#');
        map["query"] = Behind(ref rest, '?');
        var colon = rest.IndexOf(':', StringComparison.Ordinal);
        var hasScheme = colon > 0 && rest.AsSpan(0, colon).IndexOfAnyExceptInRange('a', 'z') < 0;
        map["scheme"] = hasScheme ? rest[..colon] : "";
        rest = hasScheme ? rest[(colon + 1)..] : rest;
        var host = "";
        var hasHost = rest.StartsWith("//", StringComparison.Ordinal);
        if (hasHost)
        {
            var slash = rest.IndexOf('/', 2);
            host = slash < 0 ? rest[2..] : rest[2..slash];
            rest = slash < 0 ? "" : rest[slash..];
        }

        var at = host.LastIndexOf('@');
        map["userinfo"] = at < 0 ? "" : host[..at];
        host = host[(at + 1)..];
        map["host"] = host;
        map["hostname"] = host.Split(':')[0];
        var isOpaque = hasScheme && !hasHost && rest is not (['/', ..] or "");
        map["opaque"] = isOpaque ? rest : "";
        map["path"] = isOpaque ? "" : rest;
        return map;
    }

    public static string Join(GoMap map)
    {
        var (scheme, host, path) = (Part(map, "scheme"), Part(map, "host"), Part(map, "path"));
        var (query, fragment, user) = (Part(map, "query"), Part(map, "fragment"), Part(map, "userinfo"));
        var authority = host.Length > 0 || user.Length > 0 ? $"//{user}{(user.Length > 0 ? "@" : "")}{host}" : "";
        var slash = authority.Length > 0 && path is not (['/', ..] or "") ? "/" : "";
        return $"{scheme}{(scheme.Length > 0 ? ":" : "")}{authority}{slash}{path}"
            + $"{(query.Length > 0 ? "?" + query : "")}{(fragment.Length > 0 ? "#" + fragment : "")}";
    }

    private static string Part(GoMap map, string name) => map[name] is { } value ? SprigConversions.Text(value) : "";

    private static string Behind(ref string text, char mark)
    {
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        var behind = at < 0 ? "" : text[(at + 1)..];
        text = at < 0 ? text : text[..at];
        return behind;
    }
}
