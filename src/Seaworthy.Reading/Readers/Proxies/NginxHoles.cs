using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Reading.Formats.Interpolation;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>Holes for envsubst among the arguments of directives of which it is known what nginx does with one that is there unfilled.</summary>
/// <remarks>Source: nginx documentation, "Alphabetical index of variables"; ngx_http_get_variable_index compares names in lower case.</remarks>
internal static class NginxHoles
{
    // Their values are read as numbers and addresses, whatever variables there are.
    private static readonly HashSet<string> Literal = new(StringComparer.Ordinal)
    {
        "listen",
        "server",
        "resolver",
        "worker_processes",
        "worker_connections",
        "client_max_body_size",
        "allow",
        "deny",
        "keepalive_timeout",
        "proxy_read_timeout",
        "proxy_send_timeout",
        "proxy_connect_timeout",
        "set_real_ip_from",
    };

    // These look their variables up when nginx starts, and end it for an unknown one.
    private static readonly HashSet<string> Evaluated = new(StringComparer.Ordinal)
    {
        "proxy_pass",
        "grpc_pass",
        "fastcgi_pass",
        "uwsgi_pass",
        "set",
        "return",
        "add_header",
        "proxy_set_header",
        "fastcgi_param",
        "root",
        "alias",
        "proxy_ssl_name",
        "try_files",
    };

    /// <summary>Holes with a word for when nothing fills them, <c>${NAME:-word}</c>, which another program than nginx must read first.</summary>
    public static bool HasDefaults(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var rest = text.AsSpan(at + 2);
            var name = rest.IndexOfAnyExcept(ShellName.Letters);
            if (name > 0 && (rest[name..].StartsWith(":-") || rest[name] is '-' or '+'))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Declaring = ["set", "map", "geo", "split_clients", "auth_request_set", "js_set", "perl_set"];

    // The ones that people write in capitals, too; all others of nginx's own begin in one of these ways.
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "args",
        "host",
        "hostname",
        "https",
        "pid",
        "protocol",
        "scheme",
        "status",
        "uri",
        "version",
    };

    private static readonly string[] OwnBeginnings =
    [
        "arg_",
        "body_",
        "bytes_",
        "connection",
        "content_",
        "cookie_",
        "document_",
        "fastcgi_",
        "http_",
        "is_",
        "limit_",
        "nginx_",
        "proxy_",
        "query_",
        "remote_",
        "request",
        "sent_",
        "server_",
        "ssl_",
        "tcpinfo_",
        "time_",
        "uid_",
        "upstream_",
    ];

    public static IReadOnlyList<EnvironmentHole> Of(IReadOnlyList<NginxDirective> directives)
    {
        var declared = directives
            .Where(directive => Declaring.Contains(directive.Name.Value))
            .SelectMany(directive => directive.Arguments.Take(2))
            .Where(word => word.Value.StartsWith('$'))
            .Select(word => word.Value.Trim('$', '{', '}'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from directive in directives
            from word in directive.Arguments
            from hole in EnvironmentHoles.Find(word.Value)
            let name = directive.Name.Value
            where
                Literal.Contains(name)
                || name == "server_name"
                || (Evaluated.Contains(name) && (hole.HasDefault || !(declared.Contains(hole.Name) || IsOwn(hole.Name))))
            select new EnvironmentHole(hole.Name, hole.HasDefault, name, word.Span) { IsRefused = name != "server_name" },
        ];
    }

    private static bool IsOwn(string name) =>
        Own.Contains(name) || OwnBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
