using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Locations of nginx and Caddy, and routers of Traefik, whose requests reach a component of the repository, with what becomes of their prefix.</summary>
/// <remarks>Sources: nginx documentation, "proxy_pass": a URI takes the place of the location's prefix; Caddy documentation, "handle_path".</remarks>
internal sealed class ProxiedPaths
{
    // A program that knows the prefix removes it itself: Starlette, WSGI servers, ASP.NET, Express behind a rewriting middleware.
    private static readonly string[] Doubts =
    [
        "root_path",
        "root-path",
        "SCRIPT_NAME",
        "APPLICATION_ROOT",
        "PathBase",
        "StripPrefix",
        "strip_prefix",
        "basePath",
        "BASE_PATH",
        "rewrite",
        "req.url =",
        "request.url =",
        "ProxyFix",
        "forward-headers",
        "DispatcherMiddleware",
    ];

    private static readonly string[] ToldBy = ["ROOT_PATH", "BASE_PATH", "CONTEXT_PATH", "SCRIPT_NAME", "PATHBASE", "PATH_BASE", "PREFIX"];

    private readonly Deployment deployment;
    private readonly Dictionary<Component, bool> doubtful = new(ReferenceEqualityComparer.Instance);

    private ProxiedPaths(Deployment deployment) => this.deployment = deployment;

    public static IReadOnlyList<ProxiedPath> Link(Deployment deployment)
    {
        ProxiedPaths linker = new(deployment);
        var everywhere = HostDirectory.Everywhere(deployment);
        return
        [
            .. from target in deployment.Targets
            let hosts = new HostDirectory(target, everywhere)
            from proxy in target.Workloads
            from passed in OfNginx(deployment, proxy).Concat(OfCaddy(deployment, proxy))
            let found = linker.Of(hosts, proxy, passed)
            where found is not null
            select found,
            .. from passed in TraefikPaths.Of(deployment)
            let found = linker.Between(passed.Proxy, passed.Callee, new Passed(passed.From, passed.To, null, passed.Span))
            where found is not null
            select found with
            {
                Middleware = passed.Chosen,
            },
        ];
    }

    private ProxiedPath? Of(HostDirectory hosts, Workload proxy, Passed passed)
    {
        var address = Address.OfHost(passed.Target?.Scheme ?? "", passed.Target?.Host ?? "");
        return address is not null && hosts.Find(proxy, address) is (HostAnswer.Workload, { } callee, _)
            ? Between(proxy, callee, passed)
            : null;
    }

    private ProxiedPath? Between(Workload proxy, Workload callee, Passed passed)
    {
        if (
            NginxConfiguration.Of(deployment, callee) is not null
            || callee.Components.Where(component => component.Code.Count > 0).ToList() is not [var component]
            || component is not { RoutesIncompleteBecause: null, IsStaticSite: false, Routes.Count: > 0 }
            || callee.Supplied.Any(variable => ToldBy.Any(word => variable.Name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            || Doubts.Any(word => callee.Start?.Text.Contains(word, StringComparison.Ordinal) == true)
            || IsDoubtful(component)
        )
        {
            return null;
        }

        return new ProxiedPath(proxy, callee, component, passed.From, passed.To, passed.Span);
    }

    private bool IsDoubtful(Component component)
    {
        if (!doubtful.TryGetValue(component, out var answer))
        {
            answer =
                component.Frameworks.Contains("next")
                || component.Code.Any(file => Doubts.Any(word => file.File.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
            doubtful[component] = answer;
        }

        return answer;
    }

    private static IEnumerable<Passed> OfNginx(Deployment deployment, Workload workload)
    {
        if (NginxConfiguration.Of(deployment, workload) is not { } configuration)
        {
            return [];
        }

        var files = configuration.Loaded();
        NginxUpstreams upstreams = new(files);
        return from file in files
            from server in file.Servers
            where server.Rewrites.Count == 0
            from location in server.Locations.SelectMany(Within)
            where location is { Modifier: "" or "^~", TargetDirective: "proxy_pass", Target: not null }
            let passed = Of(location, location.Target, upstreams)
            where passed is not null
            select passed;
    }

    private static Passed? Of(NginxLocation location, ProxyTarget? target, NginxUpstreams upstreams)
    {
        if (
            target is not { Host: not null, IsSocket: false }
            || target.Url.Raw.Contains('$', StringComparison.Ordinal)
            || (location.Rewrites.Count > 0 && (target.Path is not null || !TakesAway(location)))
        )
        {
            return null;
        }

        var to = location.Rewrites.Count > 0 ? "/" : target.Path ?? location.Path.Value;
        return upstreams.First(target) is { } server ? new Passed(location.Path.Value, to, server, target.Span) : null;
    }

    /// <summary><c>rewrite ^/api/(.*)$ /$1 break</c>.</summary>
    private static bool TakesAway(NginxLocation location) =>
        location.Rewrites is [{ Flag: "break", Replacement: "/$1" or "$1" } rewrite]
        && rewrite.Pattern.TrimStart('^').TrimEnd('$') is var pattern
        && pattern.StartsWith(location.Path.Value.TrimEnd('/'), StringComparison.Ordinal)
        && pattern[location.Path.Value.TrimEnd('/').Length..] is "/(.*)" or "(.*)" or "/?(.*)" or "(/.*)" or "/(.+)";

    private static IEnumerable<NginxLocation> Within(NginxLocation location) => location.Locations.SelectMany(Within).Prepend(location);

    private static IEnumerable<Passed> OfCaddy(Deployment deployment, Workload workload) =>
        from file in ProxyEndpoints.CaddyFiles(deployment, workload)
        where !file.File.Text.Contains("rewrite ", StringComparison.Ordinal)
        from proxy in file.Sites.SelectMany(site => site.Proxies)
        where proxy is { Path: not null, Targets: [{ Host: not null, IsSocket: false }, ..] }
        let start = (proxy.Path ?? "").TrimEnd('*')
        where !start.Contains('*', StringComparison.Ordinal)
        select new Passed(start, proxy.StripsPrefix ? "/" : start, proxy.Targets[0], proxy.Targets[0].Span);

    /// <summary>What a proxy does with requests that begin with a path.</summary>
    private sealed record Passed(string From, string To, ProxyTarget? Target, SourceSpan Span);
}
