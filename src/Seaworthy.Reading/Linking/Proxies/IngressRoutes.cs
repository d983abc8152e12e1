using Seaworthy.Model;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Paths of Ingresses without an annotation that asks for sign-in or limits addresses.</summary>
/// <remarks>
/// Sources: ingress-nginx documentation, "Annotations" (<c>auth-type</c>, <c>auth-url</c>, <c>auth-tls-secret</c>, <c>whitelist-source-range</c>); Traefik documentation, "Kubernetes Ingress",
/// <c>router.middlewares</c>; AWS Load Balancer Controller, "Annotations" (<c>scheme</c>, <c>auth-type</c>, <c>inbound-cidrs</c>); Kong, <c>konghq.com/plugins</c>.
/// </remarks>
internal static class IngressRoutes
{
    // Parts of annotations that may ask for sign-in, or limit who comes in.
    private static readonly string[] Guards =
    [
        "auth",
        "whitelist",
        "allowlist",
        "allow-list",
        "inbound-cidrs",
        "middlewares",
        "plugins",
        "snippet",
        "security",
        "policy",
        "iap",
        "satisfy",
        "oauth",
        "access",
    ];

    public static IEnumerable<UnguardedRoute> Of(Deployment deployment)
    {
        var targets = deployment
            .Targets.Where(target => target.Kind == TargetKind.Kubernetes)
            .ToLookup(target => target.Name, StringComparer.Ordinal);
        return from stack in deployment.KubernetesStacks
            let open = stack.Of<Ingress>().Where(ingress => !IsGuarded(ingress)).ToList()
            where open.Count > 0
            let workloads = ByHostName(targets[stack.Name].SelectMany(target => target.Workloads))
            from ingress in open
            from rule in ingress.Rules
            where rule.Host is not { Value: var host } || !LocalNames.Has(host)
            from path in rule.Paths
            let service = path.Backend?.Service
            where service is not null
            let target = workloads.GetValueOrDefault(service.Value)
            where target is not null
            select new UnguardedRoute(Words(ingress, rule, path), RouteKind.Ingress, target, service.Span);
    }

    private static Dictionary<string, Workload> ByHostName(IEnumerable<Workload> workloads)
    {
        Dictionary<string, Workload> named = new(StringComparer.Ordinal);
        foreach (var workload in workloads)
        {
            foreach (var name in workload.HostNames)
            {
                named.TryAdd(name, workload);
            }
        }

        return named;
    }

    private static bool IsGuarded(Ingress ingress) =>
        // A template may write any annotation.
        ingress.Span.Mentions("{{")
        || IsPrivate(ingress.ClassName?.Value ?? "")
        || ingress.Annotations.Any(pair =>
            !pair.Key.StartsWith("cert-manager.io/", StringComparison.Ordinal)
            && Guards.Any(word => pair.Key.Contains(word, StringComparison.OrdinalIgnoreCase))
        )
        || ingress.Annotations.Any(pair => pair.Value?.Value is { } value && IsPrivate(value));

    private static bool IsPrivate(string value) =>
        value.Contains("internal", StringComparison.OrdinalIgnoreCase)
        || value.Contains("private", StringComparison.OrdinalIgnoreCase)
        || value.Contains("tailscale", StringComparison.OrdinalIgnoreCase);

    private static string Words(Ingress ingress, IngressRule rule, IngressPath path) =>
        $"Ingress {ingress.Name?.Value} (`{rule.Host?.Value}{path.Path?.Value}`)";
}
