using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Caddy;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>What may limit who comes in to a block of a Caddyfile.</summary>
/// <remarks>Source: Caddy documentation, directives basic_auth, forward_auth, abort, respond, import; matchers remote_ip and client_ip; greenpau/caddy-security, <c>authorize</c>.</remarks>
internal static class CaddyGuard
{
    /// <summary>The first of them among the lines of one block; an imported snippet may hold any.</summary>
    public static Fact<string>? Of(IReadOnlyList<CaddyDirective> lines) => lines.FirstOrDefault(Limits)?.Words[0];

    private static bool Limits(CaddyDirective line) =>
        line.Name switch
        {
            "basic_auth" or "basicauth" or "forward_auth" or "authenticate" or "authorize" or "jwtauth" or "abort" or "import" => true,
            "respond" => line.Arguments.Any(word => word.Value is "401" or "403" or "404"),
            ['@', ..] => Words(line).Any(word => word.Value is "remote_ip" or "client_ip"),
            _ => false,
        };

    private static IEnumerable<Fact<string>> Words(CaddyDirective line) =>
        line.Words.Concat((line.Block ?? []).SelectMany(inner => inner.Words));
}
