using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>Values that nginx refuses at start: misplaced URI parts, unknown words, duplicate locations.</summary>
/// <remarks>Source: the messages of nginx's own configuration parser (ngx_http_headers_add, ngx_http_rewrite, ngx_http_core_location, ngx_http_proxy_pass).</remarks>
internal static class NginxValueCheck
{
    public static Problem? Check(NginxDirective directive, NginxDirective? parent)
    {
        var words = directive.Arguments;
        return directive.Name.Value switch
        {
            "add_header" or "add_trailer" when words is [_, _, { Value: not "always" } third, ..] && IsLiteral(third) => Invalid(
                $"invalid parameter \"{third.Value}\" in '{directive.Name.Value}': only 'always' is allowed here",
                third
            ),
            "rewrite" when words is [_, _, { Value: not ("last" or "break" or "redirect" or "permanent") } flag, ..] && IsLiteral(flag) =>
                Invalid($"invalid parameter \"{flag.Value}\" in 'rewrite'", flag),
            "location" when words is [{ Value: not ("=" or "~" or "~*" or "^~") } modifier, _] && IsLiteral(modifier) => Invalid(
                $"invalid location modifier \"{modifier.Value}\"",
                modifier
            ),
            "proxy_pass" when words is [var url] && parent is not null => CheckProxyPass(url, parent),
            _ => NginxValues.Check(directive),
        };
    }

    /// <summary>Two locations of one server with the same modifier and path.</summary>
    public static IEnumerable<Problem> CheckLocations(NginxDirective block)
    {
        Dictionary<string, NginxDirective> seen = new(StringComparer.Ordinal);
        foreach (var location in block.All("location").Where(location => location.Arguments.Count > 0))
        {
            var key = string.Join(' ', location.Arguments.Select(word => word.Value));
            if (!seen.TryAdd(key, location) && location.Arguments[0].Value is not ("~" or "~*"))
            {
                yield return new Problem(ProblemKind.DuplicateKey, $"duplicate location \"{key}\"", location.Span, seen[key].Span);
            }
        }
    }

    private static Problem? CheckProxyPass(Fact<string> url, NginxDirective parent)
    {
        if (!IsLiteral(url))
        {
            return null;
        }

        var scheme = url.Value.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            // In a stream server the address has no scheme; a location is always http.
            return parent.Name.Value is "location" or "if" or "limit_except"
                ? Invalid("invalid URL prefix in 'proxy_pass': it must begin with http:// or https://", url)
                : null;
        }

        var hasUri = url.Value.IndexOf('/', scheme + 3) >= 0 && !url.Value.Contains("unix:", StringComparison.Ordinal);
        var isPlain =
            parent.Name.Value == "location" && parent.First?.Value is not ("~" or "~*") && parent.First?.Value.StartsWith('@') == false;
        return hasUri && !isPlain
            ? Invalid(
                "'proxy_pass' cannot have URI part in location given by regular expression, or inside named location, or inside 'if'",
                url
            )
            : null;
    }

    private static bool IsLiteral(Fact<string> word) => !word.Value.Contains('$', StringComparison.Ordinal);

    private static Problem Invalid(string message, Fact<string> word) => new(ProblemKind.Syntax, message, word.Span);
}
