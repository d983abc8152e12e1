using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>The directive of a server that ends every request before nginx looks for a location.</summary>
/// <remarks>Source: nginx documentation, ngx_http_rewrite_module: directives of the server level run first, in order, and a location is searched for afterwards.</remarks>
internal static class NginxEnding
{
    // Patterns that match every path.
    private static readonly string[] Everything =
    [
        "^",
        "^/",
        "/",
        "^(.*)$",
        "^(.*)",
        "(.*)",
        "(.*)$",
        ".*",
        "^.*$",
        "^/(.*)$",
        "^/(.*)",
        "/(.*)",
        "^/.*$",
    ];

    /// <summary>Null when there is none, or when a line before it lets some requests pass.</summary>
    public static Fact<string>? Of(NginxDirective server)
    {
        foreach (var directive in server.Block ?? [])
        {
            if (Ends(directive))
            {
                return new Fact<string>(
                    string.Join(' ', directive.Arguments.Select(word => word.Value).Prepend(directive.Name.Value)),
                    directive.Span
                );
            }

            if (LetsPass(directive))
            {
                return null;
            }
        }

        return null;
    }

    private static bool Ends(NginxDirective directive) =>
        directive switch
        {
            { Name.Value: "return", Arguments.Count: > 0 } => true,
            { Name.Value: "rewrite", Arguments: [var pattern, ..] } => Everything.Contains(pattern.Value) && Redirects(directive),
            _ => false,
        };

    /// <summary><c>break</c>, and a rewrite that ends the set, skip all that follow; an included file may hold either.</summary>
    private static bool LetsPass(NginxDirective directive) =>
        directive.Name.Value switch
        {
            "break" or "include" => true,
            "rewrite" => directive.Arguments is [_, _, { Value: "last" or "break" }, ..] && !Redirects(directive),
            "if" => directive.Block?.Any(LetsPass) ?? false,
            _ => false,
        };

    private static bool Redirects(NginxDirective rewrite) =>
        rewrite.Arguments is [_, _, { Value: "permanent" or "redirect" }, ..]
        || (
            rewrite.Arguments is [_, { Value: var to }, ..]
            && (
                to.StartsWith("http://", StringComparison.Ordinal)
                || to.StartsWith("https://", StringComparison.Ordinal)
                || to.StartsWith("$scheme", StringComparison.Ordinal)
            )
        );
}
