using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>What limits who may come in to a block of nginx.</summary>
/// <remarks>
/// Source: nginx documentation, modules ngx_http_auth_basic_module, ngx_http_auth_request_module, ngx_http_auth_jwt_module, ngx_http_access_module,
/// ngx_http_ssl_module (<c>ssl_verify_client</c>), "internal"; OpenResty, <c>access_by_lua_block</c>.
/// </remarks>
internal static class NginxGuard
{
    // Parts of the names of snippets that set headers, types, addresses or TLS.
    private static readonly string[] Harmless =
    [
        "cors",
        "default",
        "fastcgi",
        "gzip",
        "header",
        "letsencrypt",
        "mime",
        "params",
        "proxy",
        "ssl",
        "tls",
        "uwsgi",
        "websocket",
    ];

    /// <summary>The first of them among the directives of one block; <c>off</c> when all that is said is that there is none.</summary>
    public static Fact<string>? Of(IReadOnlyList<NginxDirective> block) =>
        OfDirectives(block) is { Value: not "off" } found ? found : block.FirstOrDefault(IsUnread)?.Name ?? OfDirectives(block);

    /// <summary>The same around all servers, where included files hold servers of their own.</summary>
    public static Fact<string>? OfDirectives(IReadOnlyList<NginxDirective> block) =>
        block.FirstOrDefault(Limits)?.Name ?? (block.FirstOrDefault(IsOff) is { } off ? off.Name with { Value = "off" } : null);

    private static bool Limits(NginxDirective directive) =>
        directive.Name.Value switch
        {
            "deny" => directive.First?.Value == "all",
            "internal" => true,
            "ssl_verify_client" => directive.First?.Value == "on",
            "if" => (directive.Block ?? []).Any(inner =>
                inner is { Name.Value: "return", First.Value: ['4', ..] or "302" or "303" or "307" }
            ),
            var name => (IsSignIn(name) && !IsOff(directive)) || name.StartsWith("access_by_", StringComparison.Ordinal),
        };

    /// <summary><c>auth_basic</c>, <c>auth_request</c>, <c>auth_jwt</c>, <c>auth_ldap</c>…, and not the options that come with them.</summary>
    private static bool IsSignIn(string name) =>
        (name.StartsWith("auth_", StringComparison.Ordinal) || name == "js_access") && name is not ("auth_delay" or "auth_basic_user_file");

    private static bool IsOff(NginxDirective directive) => IsSignIn(directive.Name.Value) && directive.First?.Value == "off";

    /// <summary>An included file may hold any of them.</summary>
    private static bool IsUnread(NginxDirective directive) =>
        directive is { Name.Value: "include", First.Value: var path }
        && !Array.Exists(Harmless, part => path.Contains(part, StringComparison.OrdinalIgnoreCase));
}
