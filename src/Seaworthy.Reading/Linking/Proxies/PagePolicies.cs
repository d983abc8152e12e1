using Seaworthy.Model;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>The policies for scripts that nginx sends with pages which a workload behind it renders.</summary>
/// <remarks>
/// Sources: nginx documentation, "add_header" (inherited only where a level has none of its own); Next.js, "Content Security Policy" (the App Router sends its data by inline scripts);
/// SvelteKit, "Configuration", "csp"; Nuxt, "Rendering Modes" (the payload in the page); Remix, "Content Security Policy" in "Scripts".
/// </remarks>
internal static class PagePolicies
{
    private const string Name = "Content-Security-Policy";

    // What it falls back to, in that order.
    private static readonly string[] Directives = ["script-src-elem", "script-src", "default-src"];

    public static IReadOnlyList<PagePolicy> Link(Deployment deployment)
    {
        var everywhere = HostDirectory.Everywhere(deployment);
        return
        [
            .. from target in deployment.Targets
            let hosts = new HostDirectory(target, everywhere)
            from proxy in target.Workloads
            from policy in Of(deployment, proxy, hosts)
            select policy,
        ];
    }

    private static IEnumerable<PagePolicy> Of(Deployment deployment, Workload proxy, HostDirectory hosts)
    {
        if (NginxConfiguration.Of(deployment, proxy)?.Loaded() is not { Count: > 0 } files)
        {
            return [];
        }

        NginxUpstreams upstreams = new(files);
        return from server in files.SelectMany(file => file.Servers)
            from location in server.Locations
            where location is { Modifier: "" or "^~", Path.Value: "/", Target: not null, TargetDirective: "proxy_pass" }
            let header = (location.Headers.Count > 0 ? location.Headers : server.Headers).LastOrDefault(IsPolicy)
            let passed = location.Target is { } address ? upstreams.First(address) : null
            where header is not null && passed is not null
            let page = Callee(passed, hosts, proxy)
            where page is not null
            let framework = page.Components.Select(Framework).FirstOrDefault(name => name is not null)
            let directive = Directive(header.Value)
            where framework is not null && directive is not null
            select new PagePolicy(proxy, page, framework, directive, header.Span);
    }

    private static bool IsPolicy(NginxHeader header) => string.Equals(header.Name, Name, StringComparison.OrdinalIgnoreCase);

    private static Workload? Callee(ProxyTarget target, HostDirectory hosts, Workload proxy) =>
        target is { IsSocket: false, Host: { } name }
        && Address.OfHost(target.Scheme, name) is { } address
        && hosts.Find(proxy, address) is (HostAnswer.Workload, { } callee, _)
            ? callee
            : null;

    private static string? Framework(Component component) =>
        component.Frameworks.Contains("next") ? (HasAppRouter(component) ? "Next.js" : null)
        : component.Frameworks.Contains("nuxt") ? "Nuxt"
        : component.Frameworks.Contains("@sveltejs/kit") ? "SvelteKit"
        : component.Frameworks.Contains("@remix-run/node") ? "Remix"
        : null;

    /// <summary>The older router writes its data into the page as JSON, which is no script.</summary>
    private static bool HasAppRouter(Component component) =>
        component.Code.Any(file =>
            RepositoryPath.Below(component.Root, file.File.Path) is { } path
            && (path.StartsWith("app/", StringComparison.Ordinal) || path.StartsWith("src/app/", StringComparison.Ordinal))
            && (
                file.File.Name.StartsWith("layout.", StringComparison.Ordinal)
                || file.File.Name.StartsWith("page.", StringComparison.Ordinal)
            )
        );

    /// <summary>Null where the policy says nothing of scripts.</summary>
    private static string? Directive(string policy)
    {
        var all = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Directives
            .Select(name =>
                Array.Find(all, directive => directive == name || directive.StartsWith(name + " ", StringComparison.OrdinalIgnoreCase))
            )
            .FirstOrDefault(directive => directive is not null);
    }
}
