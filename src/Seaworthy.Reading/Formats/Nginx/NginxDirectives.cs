namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>The common directives of nginx. Source: nginx documentation, "Alphabetical index of directives" (syntax and context of each).</summary>
internal static class NginxDirectives
{
    // name arguments [contexts: h http, s server, l location, i if in location, u upstream, m main, e events, * all of h s l]; {} has a block; 2+ at least two.
    private const string Table = """
        add_header 2-3 hsli
        add_trailer 2-3 hsli
        access_log 1+ hsli
        alias 1 l
        allow 1 hsl
        auth_basic 1 hsl
        auth_basic_user_file 1 hsl
        auth_request 1 hsl
        autoindex 1 hsl
        break 0 sli
        charset 1 hsli
        client_body_buffer_size 1 hsl
        client_body_timeout 1 hsl
        client_header_buffer_size 1 hs
        client_header_timeout 1 hs
        client_max_body_size 1 hsl
        default_type 1 hsl
        deny 1 hsl
        error_log 1-2
        error_page 2+ hsli
        etag 1 hsl
        events 0{} m
        expires 1-2 hsli
        fastcgi_buffers 2 hsl
        fastcgi_buffer_size 1 hsl
        fastcgi_index 1 hsl
        fastcgi_param 2-3 hsl
        fastcgi_pass 1 li
        fastcgi_read_timeout 1 hsl
        fastcgi_split_path_info 1 l
        grpc_pass 1 li
        gzip 1 hsli
        gzip_buffers 2 hsl
        gzip_comp_level 1 hsl
        gzip_disable 1+ hsl
        gzip_http_version 1 hsl
        gzip_min_length 1 hsl
        gzip_proxied 1+ hsl
        gzip_static 1 hsl
        gzip_types 1+ hsl
        gzip_vary 1 hsl
        http 0{} m
        http2 1 hs
        if 1+{} sl
        include 1
        index 1+ hsl
        internal 0 l
        ip_hash 0 u
        keepalive 1 u
        keepalive_requests 1 hslu
        keepalive_timeout 1-2 hslu
        large_client_header_buffers 2 hs
        least_conn 0 u
        limit_conn 2 hsl
        limit_conn_status 1 hsl
        limit_conn_zone 2 h
        limit_except 1+{} l
        limit_rate 1 hsli
        limit_req 1-3 hsl
        limit_req_status 1 hsl
        limit_req_zone 3-4 h
        listen 1+ s
        location 1-2{} sl
        log_format 2+ h
        log_not_found 1 hsl
        map 2{} h
        map_hash_bucket_size 1 h
        map_hash_max_size 1 h
        multi_accept 1 e
        open_file_cache 1-2 hsl
        pid 1 m
        port_in_redirect 1 hsl
        proxy_buffer_size 1
        proxy_buffering 1 hsl
        proxy_buffers 2 hsl
        proxy_busy_buffers_size 1 hsl
        proxy_cache 1 hsl
        proxy_cache_bypass 1+ hsl
        proxy_cache_key 1 hsl
        proxy_cache_lock 1 hsl
        proxy_cache_path 2+ h
        proxy_cache_use_stale 1+ hsl
        proxy_cache_valid 1+ hsl
        proxy_connect_timeout 1
        proxy_cookie_domain 1-2 hsl
        proxy_cookie_path 1-2 hsl
        proxy_hide_header 1 hsl
        proxy_http_version 1 hsl
        proxy_intercept_errors 1 hsl
        proxy_next_upstream 1+
        proxy_next_upstream_tries 1
        proxy_no_cache 1+ hsl
        proxy_pass 1
        proxy_pass_header 1 hsl
        proxy_pass_request_headers 1 hsl
        proxy_read_timeout 1 hsl
        proxy_redirect 1-2 hsl
        proxy_request_buffering 1 hsl
        proxy_send_timeout 1 hsl
        proxy_set_header 2 hsl
        proxy_ssl_name 1
        proxy_ssl_server_name 1
        proxy_ssl_verify 1
        real_ip_header 1 hsl
        real_ip_recursive 1 hsl
        reset_timedout_connection 1 hsl
        resolver 1+
        resolver_timeout 1
        return 1-2 sli
        rewrite 2-3 sli
        rewrite_log 1 hsli
        root 1 hsli
        satisfy 1 hsl
        send_timeout 1 hsl
        sendfile 1 hsli
        server_name 1+ s
        server_name_in_redirect 1 hsl
        server_names_hash_bucket_size 1 h
        server_names_hash_max_size 1 h
        server_tokens 1 hsl
        set 2 sli
        set_real_ip_from 1 hsl
        split_clients 2{} h
        ssl_certificate 1
        ssl_certificate_key 1
        ssl_ciphers 1
        ssl_dhparam 1
        ssl_ecdh_curve 1
        ssl_prefer_server_ciphers 1
        ssl_protocols 1+
        ssl_session_cache 1-2
        ssl_session_tickets 1
        ssl_session_timeout 1
        ssl_stapling 1 hs
        ssl_stapling_verify 1 hs
        ssl_trusted_certificate 1
        stub_status 0-1 sl
        sub_filter 2 hsl
        sub_filter_once 1 hsl
        tcp_nodelay 1
        tcp_nopush 1 hsl
        try_files 2+ sl
        types 0{} hsl
        types_hash_bucket_size 1 hsl
        types_hash_max_size 1 hsl
        underscores_in_headers 1 hs
        upstream 1{}
        use 1 e
        user 1-2 m
        uwsgi_param 2-3 hsl
        uwsgi_pass 1 li
        worker_connections 1 e
        worker_processes 1 m
        worker_rlimit_nofile 1 m
        """;

    private static readonly Dictionary<string, NginxRule> Rules = Read();
    private static readonly NginxRule UpstreamServer = new(1, int.MaxValue, false, new HashSet<string>());
    private static readonly NginxRule Server = new(0, 0, true, new HashSet<string>(StringComparer.Ordinal) { "http", "stream", "mail" });

    /// <summary>The rule of a directive; null when it is not in the table.</summary>
    public static NginxRule? Find(string name, string? parent) =>
        name == "server"
            ? parent == "upstream"
                ? UpstreamServer
                : Server
            : parent is "stream" or "mail"
                ? null
                : Rules.GetValueOrDefault(name);

    // Source: nginx documentation, "Core functionality" and the modules for streams and mail, directives whose only context is "main".
    private static readonly HashSet<string> MainOnly = new(StringComparer.Ordinal)
    {
        "daemon",
        "events",
        "http",
        "load_module",
        "mail",
        "master_process",
        "pcre_jit",
        "pid",
        "stream",
        "timer_resolution",
        "user",
        "worker_cpu_affinity",
        "worker_priority",
        "worker_processes",
        "worker_rlimit_nofile",
        "worker_shutdown_timeout",
    };

    /// <summary>Rejected in a file that <c>http</c> includes.</summary>
    public static bool IsOutsideHttp(string name) => MainOnly.Contains(name);

    /// <summary>Refused at the top of the main file.</summary>
    public static bool IsInsideHttp(string name) => Find(name, null) is { Contexts: { Count: > 0 } contexts } && !contexts.Contains("main");

    public static bool IsKnown(string name) => name == "server" || Rules.ContainsKey(name);

    /// <summary>Blocks whose content is no directives of http: the pairs of <c>map</c>, <c>types</c>, <c>geo</c>; what other modules serve by rules of their own (<c>stream</c>, <c>rtmp</c>).</summary>
    public static bool HasFreeContent(string name) =>
        name is "map" or "types" or "geo" or "split_clients" or "stream" or "mail" or "rtmp" or "match" or "charset_map";

    public static bool IsContext(string name) => name is "http" or "server" or "location" or "if" or "upstream" or "events";

    private static Dictionary<string, NginxRule> Read()
    {
        Dictionary<string, NginxRule> rules = new(StringComparer.Ordinal);
        foreach (var line in Table.Split('\n'))
        {
            var words = line.Trim().Split(' ');
            var isBlock = words[1].EndsWith("{}", StringComparison.Ordinal);
            var counts = words[1].TrimEnd('{', '}');
            var (minimum, maximum) = counts switch
            {
                [var least, '+'] => (least - '0', int.MaxValue),
                [var least, '-', var most] => (least - '0', most - '0'),
                _ => (counts[0] - '0', counts[0] - '0'),
            };
            rules[words[0]] = new NginxRule(minimum, maximum, isBlock, words.Length > 2 ? Contexts(words[2]) : new HashSet<string>());
        }

        return rules;
    }

    private static HashSet<string> Contexts(string letters) =>
        new(
            letters.Select(letter =>
                letter switch
                {
                    'h' => "http",
                    's' => "server",
                    'l' => "location",
                    'i' => "if",
                    'u' => "upstream",
                    'e' => "events",
                    _ => "main",
                }
            ),
            StringComparer.Ordinal
        );
}
