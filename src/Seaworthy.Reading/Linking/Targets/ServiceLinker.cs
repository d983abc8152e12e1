using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Targets;

/// <summary>Workloads of different targets that are the same service: by name.</summary>
internal static class ServiceLinker
{
    public static IReadOnlyList<Service> Link(Deployment deployment) =>
        [
            .. deployment
                .Workloads.GroupBy(workload => workload.Name, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new Service(group.Key, [.. group])),
        ];
}
