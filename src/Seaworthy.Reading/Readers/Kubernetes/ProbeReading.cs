using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Probes and lifecycle hooks.</summary>
/// <remarks>Kubernetes documentation, "Configure Liveness, Readiness and Startup Probes".</remarks>
internal static class ProbeReading
{
    public static KubernetesProbe? Probe(Node? container, string key)
    {
        if ((container as MappingNode)?.Find(key) is not { Value: MappingNode node } entry)
        {
            return null;
        }

        var (http, tcp, exec, grpc) = (node["httpGet"], node["tcpSocket"], node["exec"], node["grpc"]);
        var address = http ?? tcp ?? grpc;
        return new KubernetesProbe(key, KindOf(http, tcp, exec, grpc), entry.Span)
        {
            Path = http?["path"]?.Fact,
            Port = address?["port"]?.Fact,
            Scheme = http?["scheme"]?.Fact,
            Host = address?["host"]?.Fact,
            Command = ContainerProcess.Words(exec?["command"]),
            Commands = ContainerProcess.Commands(exec?["command"], null),
            InitialDelaySeconds = KubernetesValues.Integer(node["initialDelaySeconds"]),
            PeriodSeconds = KubernetesValues.Integer(node["periodSeconds"]),
            TimeoutSeconds = KubernetesValues.Integer(node["timeoutSeconds"]),
            FailureThreshold = KubernetesValues.Integer(node["failureThreshold"]),
        };
    }

    private static KubernetesProbeKind KindOf(Node? http, Node? tcp, Node? exec, Node? grpc) =>
        http is not null ? KubernetesProbeKind.Http
        : tcp is not null ? KubernetesProbeKind.Tcp
        : exec is not null ? KubernetesProbeKind.Exec
        : grpc is not null ? KubernetesProbeKind.Grpc
        : KubernetesProbeKind.None;
}
