using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Reading.Formats.Nginx;

namespace Seaworthy.Reading.Readers.Proxies;

/// <summary>The variables that a configuration of nginx reads and makes.</summary>
/// <remarks>
/// Sources: nginx documentation, "Alphabetical index of variables"; ngx_http_rewrite_module, "set": it runs for the location that answers, not for those around it
/// (ngx_http_rewrite_merge_loc_conf joins no codes). Tried with nginx 1.22: an unknown variable ends the start with <c>unknown "x" variable</c>.
/// </remarks>
internal static class NginxVariables
{
    // These look their variables up when nginx starts. The number says how many arguments are read as they stand.
    private static readonly Dictionary<string, int> Evaluated = new(StringComparer.Ordinal)
    {
        ["proxy_pass"] = 0,
        ["grpc_pass"] = 0,
        ["fastcgi_pass"] = 0,
        ["uwsgi_pass"] = 0,
        ["set"] = 1,
        ["return"] = 0,
        ["rewrite"] = 1,
        ["add_header"] = 1,
        ["proxy_set_header"] = 1,
        ["grpc_set_header"] = 1,
        ["fastcgi_param"] = 1,
        ["uwsgi_param"] = 1,
        ["root"] = 0,
        ["alias"] = 0,
        ["try_files"] = 0,
        ["proxy_cache_key"] = 0,
        ["proxy_cache_bypass"] = 0,
        ["proxy_no_cache"] = 0,
        ["limit_req_zone"] = 0,
        ["limit_conn_zone"] = 0,
        ["log_format"] = 1,
        ["map"] = 0,
        ["expires"] = 0,
    };

    private static readonly HashSet<string> Own = new(
        """
        ancient_browser args binary_remote_addr body_bytes_sent bytes_received bytes_sent connection connection_requests connection_time content_length
        content_type date_gmt date_local document_root document_uri gzip_ratio host hostname http2 http3 https invalid_referer is_args is_request_port
        limit_conn_status limit_rate limit_req_status memcached_key modern_browser msec msie name nginx_version pid pipe protocol query_string quic
        realip_remote_addr realip_remote_port realpath_root remote_addr remote_port remote_user request request_body request_body_file
        request_completion request_filename request_id request_length request_method request_port request_time request_uri scheme secure_link
        secure_link_expires server_addr server_name server_port server_protocol session_time slice_range status time_iso8601 time_local uri
        """.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase
    );

    // Names that end in what a request holds, and those of modules that packages bring.
    private static readonly string[] OwnBeginnings =
    [
        "arg_",
        "auth_",
        "brotli_",
        "connections_",
        "cookie_",
        "fastcgi_",
        "geoip",
        "http_",
        "jwt_",
        "limit_",
        "mgmt_",
        "nchan_",
        "opentelemetry_",
        "otel_",
        "proxy_add_",
        "proxy_host",
        "proxy_internal_",
        "proxy_port",
        "proxy_protocol_",
        "sent_",
        "session_log",
        "spdy",
        "ssl_",
        "tcpinfo_",
        "uid_",
        "upload_",
        "upstream_addr",
        "upstream_bytes_",
        "upstream_cache_",
        "upstream_connect_",
        "upstream_cookie_",
        "upstream_first_byte_",
        "upstream_header_",
        "upstream_http_",
        "upstream_last_",
        "upstream_queue_",
        "upstream_response_",
        "upstream_session_",
        "upstream_status",
        "upstream_trailer_",
        "vts_",
        "zstd_",
    ];

    private static readonly string[] Passing = ["proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass"];

    /// <summary>The names that something in the file makes, in whatever way.</summary>
    public static IReadOnlySet<string> Made(IReadOnlyList<NginxDirective> top) =>
        Everything(top).SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Those that nothing in the file makes and nginx does not have, each at its first use.</summary>
    public static IReadOnlyList<NginxVariable> Unknown(IReadOnlyList<NginxDirective> all, IReadOnlySet<string> made) =>
        [
            .. all.SelectMany(Uses)
                .Where(use => !made.Contains(use.Name) && !IsOwn(use.Name))
                .DistinctBy(use => use.Name, StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Those in the address that a location passes requests to which other locations alone set.</summary>
    public static IReadOnlyList<NginxVariable> Unset(IReadOnlyList<NginxDirective> all)
    {
        var elsewhere = all.Where(directive => directive.Name.Value is not "set")
            .SelectMany(Names)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. from server in all
            where server is { Name.Value: "server", Block: not null } && !(server.Block ?? []).Any(below => below.Name.Value == "include")
            let locations = NginxContent.Flatten(server.Block ?? []).Where(NginxBlocks.IsLocation).ToList()
            let common = Sets(server).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase)
            from location in locations
            where !IsReachedFromOthers(location) && !Held(location).Any(below => below.Name.Value == "include")
            let own = Sets(location).Select(NameOf).ToHashSet(StringComparer.OrdinalIgnoreCase)
            from use in Held(location).Where(below => Passing.Contains(below.Name.Value)).SelectMany(Uses)
            where !elsewhere.Contains(use.Name) && !common.Contains(use.Name) && !own.Contains(use.Name)
            let setters = locations.Where(other => Sets(other).Any(set => Is(NameOf(set), use.Name))).ToList()
            where setters.Count > 0 && !setters.Exists(GoesOn)
            select use with
            {
                SetElsewhere = [.. setters.SelectMany(Sets).Where(set => Is(NameOf(set), use.Name)).Select(set => set.Span)],
            },
        ];
    }

    private static bool Is(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Named locations and internal ones answer requests that another location has begun, with its variables.</summary>
    private static bool IsReachedFromOthers(NginxDirective location) =>
        location.First?.Value is ['@', ..] || location.All("internal").Any();

    private static bool GoesOn(NginxDirective location) =>
        Held(location)
            .Any(below =>
                below.Name.Value is "try_files" or "error_page" or "auth_request" or "mirror"
                || below is { Name.Value: "rewrite", Arguments: [_, _, { Value: "last" }, ..] }
            );

    private static IEnumerable<NginxDirective> Sets(NginxDirective block) =>
        Held(block).Where(below => below is { Name.Value: "set", Arguments.Count: > 0 });

    private static string NameOf(NginxDirective set) => set.Arguments[0].Value.Trim('$', '{', '}');

    /// <summary>What a block holds itself, or in an <c>if</c> of its own.</summary>
    private static IEnumerable<NginxDirective> Held(NginxDirective block) =>
        (block.Block ?? []).SelectMany(below => below is { Name.Value: "if" } ? Held(below).Prepend(below) : [below]);

    private static IEnumerable<NginxDirective> Everything(IReadOnlyList<NginxDirective> top) =>
        top.SelectMany(directive => Everything(directive.Block ?? []).Prepend(directive));

    /// <summary>The variables that a directive makes: any that begins with one (modules have their own), and the names of groups in patterns.</summary>
    private static IEnumerable<string> Names(NginxDirective directive)
    {
        if (directive.Name.Value is ['$', .. var entry])
        {
            yield return entry;
        }

        var making = directive.Name.Value switch
        {
            _ when Evaluated.ContainsKey(directive.Name.Value) && directive.Name.Value is not ("set" or "map") => [],
            "map" or "split_clients" => directive.Arguments.Skip(1),
            "if" => [],
            _ => directive.Arguments.Take(2),
        };
        foreach (var word in making.Where(word => word.Value is ['$', ..]))
        {
            yield return word.Value.Trim('$', '{', '}');
        }

        foreach (var group in directive.Arguments.Append(directive.Name).SelectMany(word => Groups(word.Value)))
        {
            yield return group;
        }
    }

    /// <summary><c>(?&lt;name&gt;…)</c>, <c>(?P&lt;name&gt;…)</c> and <c>(?'name'…)</c>.</summary>
    private static IEnumerable<string> Groups(string pattern)
    {
        for (
            var at = pattern.IndexOf("(?", StringComparison.Ordinal);
            at >= 0;
            at = pattern.IndexOf("(?", at + 2, StringComparison.Ordinal)
        )
        {
            var start = at + 2 + (at + 2 < pattern.Length && pattern[at + 2] == 'P' ? 1 : 0);
            if (start < pattern.Length && pattern[start] is '<' or '\'' && Name(pattern, start + 1) is { Length: > 0 } name)
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<NginxVariable> Uses(NginxDirective directive) =>
        Evaluated.TryGetValue(directive.Name.Value, out var skipped)
            ? directive
                .Arguments.Skip(skipped)
                .Take(directive.Name.Value == "map" ? 1 : int.MaxValue)
                .SelectMany(word => In(word.Value).Select(name => new NginxVariable(name, directive.Name.Value, word.Span)))
            : [];

    /// <summary>Names in capitals, and those in braces, are filled by other programs as often.</summary>
    private static IEnumerable<string> In(string text)
    {
        for (var at = text.IndexOf('$', StringComparison.Ordinal); at >= 0; at = text.IndexOf('$', at + 1))
        {
            var name = Name(text, at + 1);
            if (name.Length > 1 && !char.IsAsciiDigit(name[0]) && name.Any(char.IsAsciiLetterLower))
            {
                yield return name;
            }
        }
    }

    private static string Name(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return start <= text.Length ? text[start..end] : "";
    }

    private static bool IsOwn(string name) =>
        Own.Contains(name) || OwnBeginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
