using System.Globalization;
using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Targets.Probes;

namespace Seaworthy.Reading.Linking.Targets.Kubernetes;

/// <summary>What the kubelet asks of a container, with the names of ports resolved.</summary>
/// <remarks>Kubernetes documentation, "Configure Liveness, Readiness and Startup Probes".</remarks>
internal static class KubernetesProbes
{
    public static IReadOnlyList<Probe> Of(KubernetesContainer container, Workload workload) =>
        [.. container.Probes.SelectMany(probe => Of(probe, container, workload))];

    private static IEnumerable<Probe> Of(KubernetesProbe probe, KubernetesContainer container, Workload workload) =>
        probe.Kind switch
        {
            KubernetesProbeKind.Exec => ProbeLinker.OfCommand(
                new HealthCheck(
                    probe.Name,
                    probe.Commands,
                    probe.Command?.Words is [{ Literal: { } first }, ..] && ShellPrograms.IsShell(first),
                    probe.Span
                ),
                workload,
                _ => null
            ),
            KubernetesProbeKind.None => [],
            _ =>
            [
                new Probe
                {
                    Origin = probe.Name,
                    Kind = Kind(probe.Kind),
                    Span = probe.Path?.Span ?? probe.Port?.Span ?? probe.Span,
                    Port = Port(probe, container),
                    Path = probe.Kind == KubernetesProbeKind.Http ? (probe.Path?.Value ?? "/").Split('?')[0] : null,
                    Host = probe.Host?.Value,
                },
            ],
        };

    private static ProbeKind Kind(KubernetesProbeKind kind) =>
        kind switch
        {
            KubernetesProbeKind.Http => ProbeKind.Http,
            KubernetesProbeKind.Grpc => ProbeKind.Grpc,
            _ => ProbeKind.Tcp,
        };

    private static int? Port(KubernetesProbe probe, KubernetesContainer container) =>
        int.TryParse(probe.Port?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : container.Ports.FirstOrDefault(port => port.Name?.Value == probe.Port?.Value && port.Name is not null)?.Number?.Value;
}
