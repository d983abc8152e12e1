using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Nginx;

/// <summary>An address with the name of an <c>upstream</c> and a port: the ports are in the upstream, and nginx refuses another.</summary>
/// <remarks>Source: nginx, ngx_http_upstream_add and ngx_stream_upstream_add ("upstream may not have port").</remarks>
internal static class NginxUpstreamPorts
{
    private static readonly string[] Passes = ["proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass"];

    /// <summary>The names of <c>http</c> and of <c>stream</c> are two lists; a file without either is in one of them.</summary>
    public static IEnumerable<Problem> Check(IReadOnlyList<NginxDirective> directives)
    {
        var modules = directives.Where(directive => directive is { Name.Value: "http" or "stream", Block: not null }).ToList();
        return modules.Select(module => module.Block ?? []).Append([.. directives.Except(modules)]).SelectMany(In);
    }

    private static IEnumerable<Problem> In(IReadOnlyList<NginxDirective> module)
    {
        var upstreams = module
            .Where(directive => directive is { Name.Value: "upstream", Block: not null, First: not null })
            .DistinctBy(upstream => upstream.First?.Value.ToUpperInvariant())
            .ToDictionary(upstream => upstream.First?.Value ?? "", StringComparer.OrdinalIgnoreCase);
        return upstreams.Count == 0
            ? []
            : from pass in module.SelectMany(Passing)
            let address = pass.First
            where address is not null && !address.Value.Contains('$', StringComparison.Ordinal)
            let authority = Authority(address.Value)
            let colon = authority.LastIndexOf(':')
            where colon > 0 && authority.Length > colon + 1 && authority[(colon + 1)..].All(char.IsAsciiDigit)
            let upstream = upstreams.GetValueOrDefault(authority[..colon])
            where upstream is not null
            select new Problem(
                ProblemKind.Syntax,
                $"upstream \"{authority[..colon]}\" may not have port {authority[(colon + 1)..]}",
                address.Span,
                upstream.Name.Span
            )
            {
                Remedy =
                    $"Write `{address.Value.Replace(authority, authority[..colon], StringComparison.Ordinal)}`: the ports stand in the upstream",
            };
    }

    private static IEnumerable<NginxDirective> Passing(NginxDirective directive) =>
        Passes.Contains(directive.Name.Value) && directive.Block is null ? [directive] : (directive.Block ?? []).SelectMany(Passing);

    private static string Authority(string address)
    {
        var start = address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + 3 : 0;
        var end = address.IndexOf('/', start);
        return end < 0 ? address[start..] : address[start..end];
    }
}
