using Seaworthy.Model;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>The only application of a repository, where its routes are known, and the ports on which it may answer on a server.</summary>
internal sealed record DeployedApplication(Component Component, IReadOnlySet<int> Ports)
{
    // Source: Spring Boot reference, "server.port"; Quarkus, "quarkus.http.port".
    private const int UsualPortOfJvm = 8080;

    /// <summary>Null where the repository has several, a proxy in front of it, or routes that are not known.</summary>
    public static DeployedApplication? Of(Deployment deployment)
    {
        var servers = deployment
            .Components.Where(component =>
                component.Routes.Count > 0
                || component.UnreadFramework is not null
                || component.Code.Any(file => file is { IsTest: false, Listeners.Count: > 0 })
            )
            .ToList();
        if (servers is not [{ RoutesIncompleteBecause: null, UnreadFramework: null, Routes.Count: > 0 } only])
        {
            return null;
        }

        var workloads = deployment.Workloads.Where(workload => workload.Components.Contains(only)).ToList();
        HashSet<int> ports =
        [
            .. workloads.SelectMany(workload => workload.Ports).Select(binding => binding.Published).OfType<int>(),
            .. only.Language is Language.Java or Language.Kotlin ? [UsualPortOfJvm] : Array.Empty<int>(),
        ];
        return new DeployedApplication(only, ports);
    }
}
