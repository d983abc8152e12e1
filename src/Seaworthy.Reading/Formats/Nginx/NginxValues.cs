using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>Directives whose values nginx lists: it refuses any other word, in whatever case.</summary>
/// <remarks>
/// Source: nginx documentation, the syntax of each directive; <c>ngx_conf_set_enum_slot</c> and <c>ngx_conf_set_bitmask_slot</c> compare without case, those for the levels of a log do not.
/// <c>next_upstream</c> and <c>cache_use_stale</c> share one table. Tried with nginx 1.22.
/// </remarks>
internal static class NginxValues
{
    private const string OfUpstream =
        "error timeout denied invalid_header non_idempotent updating http_500 http_502 http_503 http_504 http_403 http_404 http_429 off";

    private const string OfGateway =
        "error timeout denied invalid_header non_idempotent updating http_500 http_503 http_403 http_404 http_429 off";

    private const string OfHeaders =
        "X-Accel-Redirect X-Accel-Expires X-Accel-Limit-Rate X-Accel-Buffering X-Accel-Charset Expires Cache-Control Set-Cookie Vary";

    private const string OfProtocols = "SSLv2 SSLv3 TLSv1 TLSv1.1 TLSv1.2 TLSv1.3";

    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["autoindex_format"] = Words("html json jsonp xml"),
        ["client_body_in_file_only"] = Words("on off clean"),
        ["fastcgi_cache_use_stale"] = Words(OfGateway),
        ["fastcgi_ignore_headers"] = Words(OfHeaders),
        ["fastcgi_next_upstream"] = Words(OfGateway),
        ["gzip_http_version"] = Words("1.0 1.1"),
        ["gzip_proxied"] = Words("off expired no-cache no-store private no_last_modified no_etag auth any"),
        ["gzip_static"] = Words("on off always"),
        ["if_modified_since"] = Words("off exact before"),
        ["limit_req_log_level"] = Words("info notice warn error"),
        ["proxy_cache_methods"] = Words("GET HEAD POST"),
        ["proxy_cache_use_stale"] = Words(OfUpstream),
        ["proxy_http_version"] = Words("1.0 1.1 2"),
        ["proxy_ignore_headers"] = Words(OfHeaders),
        // "on" is for streams.
        ["proxy_next_upstream"] = Words(OfUpstream + " on"),
        ["proxy_ssl_protocols"] = Words(OfProtocols),
        ["satisfy"] = Words("all any"),
        // An empty text is for NGINX Plus.
        ["server_tokens"] = ["on", "off", "build", ""],
        ["ssl_protocols"] = Words(OfProtocols),
        ["ssl_verify_client"] = Words("on off optional optional_no_ca"),
        ["uwsgi_next_upstream"] = Words(OfGateway),
    };

    private const int CommonLevels = 8;

    private static readonly string[] OnOff = ["on", "off"];

    private static readonly string[] Levels = Words(
        "debug info notice warn error crit alert emerg debug_core debug_alloc debug_mutex debug_event debug_http debug_mail debug_stream"
    );

    private static readonly HashSet<string> Flags =
    [
        .. Words(
            """
            absolute_redirect accept_mutex aio_write autoindex chunked_transfer_encoding client_body_in_single_buffer etag fastcgi_buffering
            fastcgi_cache_background_update fastcgi_cache_lock fastcgi_cache_revalidate fastcgi_force_ranges fastcgi_ignore_client_abort
            fastcgi_intercept_errors fastcgi_keep_conn fastcgi_pass_request_body fastcgi_pass_request_headers fastcgi_request_buffering
            fastcgi_socket_keepalive grpc_intercept_errors grpc_socket_keepalive grpc_ssl_server_name gunzip gzip gzip_vary http2 http3
            ignore_invalid_headers limit_conn_dry_run limit_req_dry_run log_not_found log_subrequest merge_slashes mirror_request_body msie_padding
            multi_accept open_file_cache_errors override_charset port_in_redirect proxy_buffering proxy_cache_background_update proxy_cache_convert_head
            proxy_cache_lock proxy_cache_revalidate proxy_force_ranges proxy_ignore_client_abort proxy_intercept_errors proxy_pass_request_body
            proxy_pass_request_headers proxy_request_buffering proxy_socket_keepalive proxy_ssl_server_name proxy_ssl_session_reuse proxy_ssl_verify
            real_ip_recursive recursive_error_pages reset_timedout_connection rewrite_log sendfile server_name_in_redirect ssi ssi_silent_errors
            ssl_early_data ssl_prefer_server_ciphers ssl_reject_handshake ssl_session_tickets ssl_stapling ssl_stapling_verify sub_filter_last_modified
            sub_filter_once tcp_nodelay tcp_nopush underscores_in_headers uninitialized_variable_warn uwsgi_buffering uwsgi_ignore_client_abort
            uwsgi_intercept_errors uwsgi_request_buffering
            """
        ),
    ];

    public static Problem? Check(NginxDirective directive)
    {
        var name = directive.Name.Value;
        var words = directive.Arguments;
        return Flags.Contains(name) ? (words is [var value] && IsOther(value, OnOff) ? Invalid(name, value, OnOff) : null)
            : name == "error_log"
                ? (
                    words is [_, var level] && !Levels.Contains(level.Value) && !level.Value.Contains('$', StringComparison.Ordinal)
                        ? Invalid(name, level, Levels.Take(CommonLevels))
                        : null
                )
            : Table.TryGetValue(name, out var known) && words.FirstOrDefault(word => IsOther(word, known)) is { } other
                ? Invalid(name, other, known)
            : null;
    }

    private static bool IsOther(Fact<string> word, IReadOnlyList<string> known) =>
        !word.Value.Contains('$', StringComparison.Ordinal) && !known.Contains(word.Value, StringComparer.OrdinalIgnoreCase);

    private static string[] Words(string text) => text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static Problem Invalid(string name, Fact<string> word, IEnumerable<string> known) =>
        new(ProblemKind.Syntax, $"invalid value \"{word.Value}\" in '{name}' directive", word.Span)
        {
            Remedy =
                $"Replace `{word.Value}` by one of {string.Join(", ", known.Where(one => one.Length > 0).Select(one => $"`{one}`"))}: nginx knows no other value",
        };
}
