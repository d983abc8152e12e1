using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>Containers that share the network of a workload: a request to its ports reaches them as well, as an exporter beside a data store.</summary>
/// <remarks>Sources: Kubernetes documentation, "Pods", "Pod networking"; Compose specification, "network_mode".</remarks>
internal static class SharedPorts
{
    /// <summary>The one that listens on the port; null if none is known.</summary>
    public static Workload? Answering(Workload workload, int port, Deployment deployment) =>
        Beside(workload, deployment)
            .FirstOrDefault(other => other.Listens.Contains(port) || other.Ports.Any(binding => binding.Container == port));

    /// <summary>One whose ports are not known; null if all are.</summary>
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
