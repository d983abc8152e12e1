using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Which workloads run each component, by the component's root.</summary>
internal static class WorkloadsByRoot
{
    public static ILookup<string, Workload> Of(Deployment deployment) =>
        deployment
            .Workloads.SelectMany(
                workload => workload.Components.Select(component => component.Root).Distinct(StringComparer.Ordinal),
                (workload, root) => new { workload, root }
            )
            .ToLookup(pair => pair.root, pair => pair.workload, StringComparer.Ordinal);
}
