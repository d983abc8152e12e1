using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>
/// Who else speaks of a port of a workload. Where the port of a process was read from its source alone and more of the repository agrees upon another, the reading is the likelier slip.
/// </summary>
internal static class PortWitnesses
{
    /// <summary>What is said besides, for the message; null when nothing speaks against the port that was read.</summary>
    public static string? Against(Workload workload, int other, Deployment deployment)
    {
        if (workload.Listens.Ports.Any(port => !port.IsInferred))
        {
            return null;
        }

        var others = For(workload, other, deployment).ToList();
        var own = workload.Listens.Ports.Max(port => For(workload, port.Port, deployment).Count());
        return others.Count > own + 1 ? $"{string.Join(" and ", others)} {(others.Count == 1 ? "says" : "say")} {other} as well" : null;
    }

    /// <summary>Each kind of statement counts once: what one hand copied to five places is one opinion.</summary>
    private static IEnumerable<string> For(Workload workload, int port, Deployment deployment)
    {
        if (workload.Image?.Final.ExposedPorts.Any(exposed => exposed.Value == port) is true)
        {
            yield return "EXPOSE";
        }

        if (workload.Ports.Any(binding => binding is { IsInformational: false } && binding.Container == port))
        {
            yield return "what is published";
        }

        if (workload.Probes.Any(probe => probe.Port == port))
        {
            yield return "the health check";
        }

        if (deployment.Endpoints.Any(use => use.Port == port && ReferenceEquals(use.Callee, workload)))
        {
            yield return "its callers";
        }
    }
}
