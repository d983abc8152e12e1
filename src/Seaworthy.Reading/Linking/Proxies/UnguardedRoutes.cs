using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Routes of nginx, Caddy, Traefik and Ingresses to workloads, on which nothing asks who sends a request.</summary>
internal static class UnguardedRoutes
{
    private const int HttpPort = 80;

    public static IReadOnlyList<UnguardedRoute> Link(Deployment deployment)
    {
        var everywhere = HostDirectory.Everywhere(deployment);
        return
        [
            .. from target in deployment.Targets
            let hosts = new HostDirectory(target, everywhere)
            from route in OfProxies(deployment, target, hosts)
            select route,
            .. TraefikRoutes.Of(deployment),
            .. IngressRoutes.Of(deployment),
        ];
    }

    private static IEnumerable<UnguardedRoute> OfProxies(Deployment deployment, Target target, HostDirectory hosts) =>
        from proxy in target.Workloads
        from way in OfNginx(deployment, proxy).Concat(OfCaddy(deployment, proxy))
        let callee = Callee(way.Target, hosts, proxy)
        where callee is not null && callee != proxy
        select new UnguardedRoute(way.By, way.Kind, callee, way.Span) { Proxy = proxy, Ports = way.Ports };

    private static Workload? Callee(ProxyTarget target, HostDirectory hosts, Workload proxy) =>
        target is { IsSocket: false, Host: { } name }
        && Address.OfHost(target.Scheme, name) is { } address
        && hosts.Find(proxy, address) is (HostAnswer.Workload, { } callee, _)
            ? callee
            : null;

    private static IEnumerable<Way> OfNginx(Deployment deployment, Workload workload)
    {
        // A file included in a server may also be included where sign-in is asked for.
        if (
            NginxConfiguration.Of(deployment, workload)?.Loaded() is not { Count: > 0 } files
            || files.Any(file => file.Locations.Count > 0)
        )
        {
            return [];
        }

        NginxUpstreams upstreams = new(files);
        var everywhere = files.Select(file => file.Guard).FirstOrDefault(guard => guard is not null);
        return from server in files.SelectMany(file => file.Servers)
            where server.Ending is null
            let ports = Ports(server)
            where ports.Count > 0
            from location in server.Locations.SelectMany(location => Open(location, server.Guard ?? everywhere))
            let passed = location.Target is { } target ? upstreams.First(target) : null
            where passed is not null
            select new Way(
                $"location `{location.Path.Value}` of nginx",
                RouteKind.Nginx,
                passed,
                location.Target?.Span ?? location.Span,
                ports
            );
    }

    /// <summary>The ports of a server that others than the proxy itself reach.</summary>
    private static IReadOnlyList<int> Ports(NginxServer server) =>
        server.Listens.Count == 0
            ? [HttpPort]
            :
            [
                .. server
                    .Listens.Where(listen => listen.Address is not ("127.0.0.1" or "[::1]" or "localhost"))
                    .Select(listen => listen.Port)
                    .OfType<int>(),
            ];

    private static IEnumerable<NginxLocation> Open(NginxLocation location, Fact<string>? outer)
    {
        var guard = location.Guard ?? outer;
        return location
            .Locations.SelectMany(inner => Open(inner, guard))
            .Concat(
                guard is null or { Value: "off" }
                && location is { TargetDirective: "proxy_pass", Target: not null, Modifier: not ("=" or "@") }
                    ? [location]
                    : []
            );
    }

    private static IEnumerable<Way> OfCaddy(Deployment deployment, Workload workload) =>
        from file in ProxyEndpoints.CaddyFiles(deployment, workload)
        from site in file.Sites
        let address = site.Addresses.FirstOrDefault()?.Value ?? ""
        where !LocalNames.Has(address)
        from proxy in site.Proxies
        where proxy.Guard is null
        from target in proxy.Targets
        select new Way($"{address}{proxy.Path} of Caddy", RouteKind.Caddy, target, proxy.Span, []);

    private sealed record Way(string By, RouteKind Kind, ProxyTarget Target, SourceSpan Span, IReadOnlyList<int> Ports);
}
