using Seaworthy.Model;
using Seaworthy.Model.Topology;

namespace Seaworthy.Rules.Ports;

/// <summary>
/// Other statements about a workload's port. Where the port was read only from source and more of the repository agrees on another, our reading is likelier wrong.
/// </summary>
internal static class PortWitnesses
{
    /// <summary>The statements for another port, for the message; null without any.</summary>
    public static string? Against(Workload workload, int other, Deployment deployment)
    {
        if (workload.Listens.Ports.Any(port => !port.IsInferred))
        {
            return null;
        }

        var others = For(workload, other, deployment).ToList();
        var own = workload.Listens.Ports.Max(port => For(workload, port.Port, deployment).Count());
        return others.Count > own + 1 ? $"{string.Join(" and ", others)} {(others.Count == 1 ? "says" : "say")} {other}" : null;
    }

    /// <summary>Each kind of statement counts once: a copy in five places is one statement.</summary>
    private static IEnumerable<string> For(Workload workload, int port, Deployment deployment)
    {
        if (workload.Image?.Final.ExposedPorts.Any(exposed => exposed.Value == port) is true)
        {
            yield return "EXPOSE";
        }

        if (workload.Ports.Any(binding => binding is { IsInformational: false } && binding.Container == port))
        {
            yield return "the published port";
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
