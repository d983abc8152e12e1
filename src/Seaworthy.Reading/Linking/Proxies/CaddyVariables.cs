using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Endpoints;
using Seaworthy.Reading.Linking.Processes;

namespace Seaworthy.Reading.Linking.Proxies;

/// <summary>The variables of site addresses in Caddyfiles, and whether the container that reads them has them.</summary>
/// <remarks>Source: Caddy documentation, "Caddyfile Concepts", Environment variables: they are replaced before the file is parsed.</remarks>
internal static class CaddyVariables
{
    public static IReadOnlyList<CaddyVariable> Link(Deployment deployment) =>
        [
            .. from workload in deployment.Workloads
            from file in ProxyEndpoints.CaddyFiles(deployment, workload)
            let container = new Container(workload.Name, workload.Image, workload, workload.Start)
            from hole in file.EnvironmentHoles
            where
                file.Sites.Any(site =>
                    site.Addresses.Any(address => address.Span.Start <= hole.Span.Start && hole.Span.End <= address.Span.End)
                )
            select new CaddyVariable(workload, hole.Name, hole.Span)
            {
                Default = hole.Default,
                IsSupplied = container.Supplies(hole.Name),
                MoreBecause = container.TellsAll ? null : workload.SuppliesMoreBecause ?? "more may be set for it",
            },
        ];
}
