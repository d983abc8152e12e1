using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>Routers in the labels of Compose services without a middleware that may ask for sign-in.</summary>
/// <remarks>Source: Traefik documentation, "Docker: Routing Configuration", "EntryPoints" (<c>http.middlewares</c> holds for every router of it), "Middlewares".</remarks>
internal static class TraefikRoutes
{
    // What the names of middlewares are made of that ask nobody who they are, and pass the request on.
    private static readonly string[] Harmless = ["compress", "strip", "header", "rate", "cors", "retry", "gzip", "hsts"];

    public static IEnumerable<UnguardedRoute> Of(Deployment deployment) =>
        // A middleware of an entry point is written where the routers are not.
        deployment.Artifacts.Any(artifact => artifact is ComposeFile or TraefikFile && IsGuardedEverywhere(artifact.File))
            ? []
            : from file in deployment.Of<ComposeFile>()
            from service in file.Services
            let labels = service
                .Labels.Concat(service.Deploy?.Labels ?? [])
                .Select(label => new RouterLabel(label.Name.Value, label.Value?.Raw ?? "", label.Span))
                .Where(label => label.Name.StartsWith("traefik.", StringComparison.OrdinalIgnoreCase))
                .ToList()
            where labels.Exists(IsRule) && !labels.Exists(label => label is { Name: "traefik.enable", Value: "false" })
            let target = deployment.Workloads.FirstOrDefault(workload => IsOf(workload, file, service))
            where target is not null
            from rule in labels.Where(IsRule)
            let router = rule.Name.Split('.')[3]
            where !IsGuarded(labels, router) && IsPublic(rule.Value)
            select new UnguardedRoute($"Traefik router {router}", RouteKind.Traefik, target, rule.Span);

    private static bool IsRule(RouterLabel label) => label.Name.Split('.') is ["traefik", "http", "routers", _, "rule"];

    private static bool IsOf(Workload workload, ComposeFile file, ComposeService service) =>
        workload.Kind == TargetKind.Compose && workload.Name == service.Name.Value && workload.Span.File == file.File;

    private static bool IsGuardedEverywhere(SourceFile file) =>
        file.Mentions("http.middlewares=", StringComparison.OrdinalIgnoreCase)
        || (file.Mentions("entryPoints:") && file.Mentions("middlewares:"));

    private static bool IsGuarded(List<RouterLabel> labels, string router) =>
        labels.Exists(label =>
            (label.Name == $"traefik.http.routers.{router}.middlewares" && label.Value.Split(',').Any(name => !IsHarmless(name)))
            // Another service of Traefik than that of the container: its own dashboard.
            || (label.Name == $"traefik.http.routers.{router}.service" && label.Value.Contains('@', StringComparison.Ordinal))
        );

    private static bool IsHarmless(string middleware) =>
        Array.Exists(Harmless, word => middleware.Contains(word, StringComparison.OrdinalIgnoreCase))
        && !middleware.Contains("auth", StringComparison.OrdinalIgnoreCase);

    private static bool IsPublic(string rule) =>
        !rule.Contains("ClientIP", StringComparison.Ordinal) && !TraefikRule.Arguments(rule, "Host").Any(LocalNames.Has);

    private sealed record RouterLabel(string Name, string Value, SourceSpan Span);
}
