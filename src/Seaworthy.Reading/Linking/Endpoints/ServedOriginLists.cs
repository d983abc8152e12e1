using Seaworthy.Model;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Proxies;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Origins that servers in production allow, where all of them are known.</summary>
internal static class ServedOriginLists
{
    private static readonly string[] BothSides = ["next", "nuxt", "@remix-run/react", "@sveltejs/kit"];

    public static IReadOnlyList<ServedOrigins> Link(Deployment deployment, CodeModules modules)
    {
        CodeValues values = new(modules);
        var isDeployed = deployment.Pipelines.Any(pipeline => pipeline.Jobs.Any(job => job.Deploys));
        return
        [
            .. from component in deployment.Components
            where !component.IsStaticSite
            let lists = OriginList.Of([component])
            where lists.Count > 0
            from workload in Servers.Of(deployment, component).Where(workload => IsInProduction(workload, isDeployed)).Take(1)
            let known = lists.Select(list => list.In(workload, values)).ToList()
            where known.TrueForAll(one => one is { Count: > 0 })
            let allowed = known.SelectMany(one => one ?? []).ToList()
            select new ServedOrigins(component, workload, allowed)
            {
                AreLocal = allowed.TrueForAll(origin => OriginList.IsLocal(origin.Value)),
                Call = Call(deployment, component, workload, values),
            },
        ];
    }

    /// <summary>A server of which nothing says where it runs counts where a pipeline deploys.</summary>
    private static bool IsInProduction(Workload workload, bool isDeployed) =>
        !workload.IsOneShot
        && (isDeployed || !Servers.IsAlone(workload))
        && (
            workload.Environment == TargetEnvironment.Production
            || (
                workload.Environment is TargetEnvironment.Unstated or TargetEnvironment.Staging
                && workload.Kind is not (TargetKind.Compose or TargetKind.Kubernetes)
            )
        );

    /// <summary>The first request of another component's page, where none goes to the server that the page came from.</summary>
    private static SourceSpan? Call(Deployment deployment, Component component, Workload server, CodeValues values) =>
        (
            from page in deployment.Components
            where page != component && !server.Components.Contains(page)
            where page.IsStaticSite || BothSides.Any(page.Frameworks.Contains)
            let calls = page.Code.Where(file => !file.IsTest).SelectMany(file => file.Calls).ToList()
            where calls.Count > 0
            where RelativeCalls.Of(deployment, page, values, deployment.WorkloadsOfRoot(page.Root)).Count == 0
            select calls[0].Span
        ).FirstOrDefault();
}
