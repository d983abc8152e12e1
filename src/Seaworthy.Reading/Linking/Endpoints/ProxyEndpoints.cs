using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Where the proxies of a target send requests. What is computed (<c>proxy_pass $backend</c>) is none of these.</summary>
internal static class ProxyEndpoints
{
    // Files that distributions, certbot and images bring: none names an upstream.
    private static readonly string[] Harmless =
    [
        "mime.types",
        "fastcgi_params",
        "fastcgi.conf",
        "uwsgi_params",
        "scgi_params",
        "proxy_params",
        "options-ssl-nginx.conf",
        "fastcgi-php.conf",
    ];

    public static IEnumerable<EndpointUse> Find(Deployment deployment, Target target, HostDirectory hosts) =>
        target.Workloads.SelectMany(workload =>
            OfNginx(deployment, workload)
                .Concat(OfCaddy(deployment, workload))
                .Concat(OfHaproxy(deployment, workload))
                .GroupBy(found => new
                {
                    found.Address.Host,
                    found.Address.Port,
                    found.Span.File,
                })
                .Select(same => Use(workload, hosts, [.. same]))
        );

    private static IEnumerable<ProxyHop> OfNginx(Deployment deployment, Workload workload)
    {
        if (NginxConfiguration.Of(deployment, workload) is not { } configuration)
        {
            return [];
        }

        var files = configuration.Loaded();
        var names = files
            .SelectMany(file => file.Upstreams)
            .Select(upstream => upstream.Name.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unread = files
            .SelectMany(file => file.Includes)
            .FirstOrDefault(include =>
                !configuration.Placed.Keys.Any(path => NameOf(path) == NameOf(include.Value)) && !IsHarmless(include.Value)
            );
        return files
            .SelectMany(file => Targets(file, names))
            .Select(found =>
                Hop(found, AskedLater(found) ?? (unread is null ? null : $"{unread.Span.Line} includes a file that was not read"))
            )
            .OfType<ProxyHop>();
    }

    /// <summary>nginx resolves a name behind a variable with each request, so it also starts without that host.</summary>
    private static string? AskedLater(ProxyTarget target) =>
        target.Url.Raw is ['$', ..] || target.Url.Raw.Contains("://$", StringComparison.Ordinal)
            ? $"{target.Url.Raw} is resolved with each request"
            : null;

    /// <summary>The servers of upstreams, which are hosts whatever they are called, and the hosts of locations that are no upstreams.</summary>
    private static IEnumerable<ProxyTarget> Targets(NginxFile file, HashSet<string> upstreams) =>
        file
            .Upstreams.SelectMany(upstream => upstream.Servers)
            .Concat(
                file.Servers.SelectMany(server => server.Locations)
                    .Concat(file.Locations)
                    .SelectMany(Within)
                    .Select(location => location.Target)
                    .OfType<ProxyTarget>()
                    .Where(found => found.Host is { } host && !upstreams.Contains(host))
            );

    private static IEnumerable<NginxLocation> Within(NginxLocation location) => location.Locations.SelectMany(Within).Prepend(location);

    private static IEnumerable<ProxyHop> OfCaddy(Deployment deployment, Workload workload) =>
        CaddyFiles(deployment, workload)
            .SelectMany(file => file.Sites)
            .SelectMany(site => site.Proxies)
            .SelectMany(proxy => proxy.Targets)
            .Select(found => Hop(found, null))
            .OfType<ProxyHop>();

    private static IEnumerable<ProxyHop> OfHaproxy(Deployment deployment, Workload workload) =>
        (workload.Public ?? workload.Image?.Final.PublicBase)?.Name is "haproxy" or "haproxytech/haproxy-alpine"
            ? deployment
                .Of<HaproxyFile>()
                .Where(file =>
                    workload.Mounts.Any(mount =>
                        mount.Kind == MountKind.Bind
                        && mount.Source is { } source
                        && (source == file.File.Path || source == file.File.Directory)
                    )
                    || workload.Image?.Final.Files.Find("/usr/local/etc/haproxy/haproxy.cfg").Actual == file.File.Path
                )
                .SelectMany(file => file.Servers)
                // Where nothing listens but on this host, every address of it is the same.
                .Select(found => Hop(found.Host == "0.0.0.0" ? found with { Host = "127.0.0.1" } : found, null))
                .OfType<ProxyHop>()
            : [];

    /// <summary>The Caddyfiles that a workload runs with; none for one that is not Caddy.</summary>
    public static IEnumerable<CaddyFile> CaddyFiles(Deployment deployment, Workload workload)
    {
        const string Home = "/etc/caddy";
        if ((workload.Public ?? workload.Image?.Final.PublicBase)?.Name != "caddy")
        {
            return [];
        }

        return deployment
            .Of<CaddyFile>()
            .Where(file =>
                workload.Mounts.Any(mount =>
                    mount.Kind == MountKind.Bind
                    && (mount.Source == file.File.Path || (mount.Path == Home && mount.Source == file.File.Directory))
                )
                || workload.Image?.Final.Files.Find($"{Home}/Caddyfile").Actual == file.File.Path
            );
    }

    private static ProxyHop? Hop(ProxyTarget target, string? unread) =>
        target is { Host: { Length: > 0 } host, IsSocket: false } && Address.OfHost(target.Scheme, host) is { } address
            ? new ProxyHop(
                address with
                {
                    Port = target.Port ?? (target.IsPortComputed ? null : SchemePorts.Of(target.Scheme)),
                    Path = target.Path,
                },
                target.Span,
                unread
            )
            : null;

    private static EndpointUse Use(Workload workload, HostDirectory hosts, IReadOnlyList<ProxyHop> same)
    {
        var (address, span, unread) = same[0];
        var use = hosts.Use(workload, EndpointOrigin.Proxy, address, span);
        var isUndecided = use.Answer == HostAnswer.Nobody && unread is not null;
        return use with
        {
            // A port that is computed is unknown, and not the scheme's.
            Port = address.Port,
            Chain = [.. same.Skip(1).Select(other => other.Span)],
            Answer = isUndecided ? HostAnswer.Undecided : use.Answer,
            UndecidedBecause = isUndecided ? unread : use.UndecidedBecause,
        };
    }

    private static bool IsHarmless(string include) =>
        Harmless.Contains(NameOf(include), StringComparer.Ordinal)
        || include.Contains('*', StringComparison.Ordinal)
        || include.Contains("/modules", StringComparison.Ordinal)
        || include.Contains("ssl", StringComparison.OrdinalIgnoreCase);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>One place to which a proxy sends requests.</summary>
    /// <param name="Unread">Why its host may be the name of something that was not read; null when it cannot.</param>
    private sealed record ProxyHop(Address Address, SourceSpan Span, string? Unread);
}
