using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Containers that share the network of a workload: a request for a port of it reaches them as well. An exporter beside a data store answers for its metrics.</summary>
/// <remarks>Sources: Kubernetes documentation, "Pods", "Pod networking"; Compose specification, "network_mode".</remarks>
internal static class SharedPorts
{
    /// <summary>The one that answers on the port; null when none is known to.</summary>
    public static Workload? Answering(Workload workload, int port, Deployment deployment) =>
        Beside(workload, deployment)
            .FirstOrDefault(other => other.Listens.Contains(port) || other.Ports.Any(binding => binding.Container == port));

    /// <summary>One of which it is not known where it listens; null when all are known.</summary>
    public static Workload? Unknown(Workload workload, Deployment deployment) =>
        Beside(workload, deployment).FirstOrDefault(other => !other.Listens.IsComplete && !other.Listens.IsNowhere);

    private static IEnumerable<Workload> Beside(Workload workload, Deployment deployment) =>
        workload.Sidecars.Count == 0
            ? []
            : deployment.Workloads.Where(other =>
                other.TargetName == workload.TargetName
                && other.Kind == workload.Kind
                && other.Span != workload.Span
                && !other.IsOneShot
                && (other.Kind == TargetKind.Kubernetes ? Pod(other) == Pod(workload) : workload.Sidecars.Contains(other.Name))
            );

    private static string Pod(Workload workload) => workload.Name.Split('/')[0];
}
