using Seaworthy.Model;
using Seaworthy.Model.Declared.Compose;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Declared.Proxies;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Security;

/// <summary>A server that people reach from outside, with routes that change data.</summary>
/// <param name="Way">The published port, the rule of a proxy, or the service of a platform; what starts it, where nothing says how it is reached.</param>
/// <param name="Route">The first route that changes or deletes what its path names.</param>
/// <param name="Changing">How many such routes there are.</param>
internal sealed record OpenApi(Component Component, Workload Workload, SourceSpan Way, ServedRoute Route, int Changing)
{
    private static readonly string[] Methods = ["DELETE", "PUT", "PATCH"];

    // The last part of a path that says what a POST does to what is there.
    private static readonly HashSet<string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "reset",
        "delete",
        "remove",
        "clear",
        "update",
        "edit",
        "drop",
        "purge",
        "wipe",
        "cancel",
        "start",
        "stop",
        "restart",
        "run",
        "execute",
        "trigger",
        "approve",
        "reject",
    };

    private static readonly PerDeployment<IReadOnlyList<SourceFile>> Guarding = new(deployment =>
        [
            .. deployment
                .Artifacts.Where(artifact => artifact is NginxFile or CaddyFile or TraefikFile or ComposeFile or KubernetesManifest)
                .Select(artifact => artifact.File)
                .Where(AuthenticationWords.GuardIn),
        ]
    );

    public static IEnumerable<OpenApi> Of(Deployment deployment)
    {
        var ways = deployment.All<UnguardedRoute>().ToLookup(route => route.Target.Span, route => route.Span);
        return from component in deployment.Components
            where component is { IsStaticSite: false, IsForPhones: false }
            let listed = component
                .Routes.Where(route => route.Method == "GET")
                .Select(route => route.Path.Text)
                .ToHashSet(StringComparer.Ordinal)
            let changing = component.Routes.Where(route => IsChanging(route, listed)).ToList()
            where changing.Count > 0
            let workload = Servers
                .Of(deployment, component)
                .Select(workload => new { Workload = workload, Way = WayTo(workload) ?? ways[workload.Span].FirstOrDefault() })
                .Where(reached => reached.Way is not null)
                .OrderBy(reached => reached.Workload.Environment is TargetEnvironment.Development ? 1 : 0)
                .FirstOrDefault()
            where workload?.Way is not null
            select new OpenApi(component, workload.Workload, workload.Way, changing[0], changing.Count);
    }

    /// <summary>Something shows that it is asked who calls: the source, what it depends on, or what stands in front of it.</summary>
    public bool AsksWhoCalls(Deployment deployment) => AskingComponent.Asks(Component) || Guarding.Of(deployment).Count > 0;

    /// <summary>
    /// <c>DELETE /orders/{}</c> changes what its path names, <c>POST /orders/{}/close</c> too; <c>POST /orders</c> adds to what <c>GET /orders</c> lists, or <c>GET /orders/{}</c> shows.
    /// A form for strangers is no such list.
    /// </summary>
    private static bool IsChanging(ServedRoute route, HashSet<string> listed) =>
        route is { IsStatic: false, IsAside: false }
        && (
            Methods.Contains(route.Method)
            || (
                route.Method == "POST"
                && (
                    listed.Contains(route.Path.Text)
                    || listed.Contains($"{route.Path.Text}/{{}}")
                    || route.Path.Text.Contains("/{}/", StringComparison.Ordinal)
                    || route.Path.Text.Split('/').Any(Verbs.Contains)
                )
            )
        );

    /// <summary>The published port; for a platform, which publishes by itself, the workload.</summary>
    private static SourceSpan? WayTo(Workload workload) =>
        workload.IsOneShot ? null
        : OpenPorts.Of(workload).Bindings is [var port, ..] ? port.Span
        : workload.PortAssignedBy is not null || Servers.IsAlone(workload) ? workload.Span
        : null;
}
