using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Kubernetes;

/// <summary>A ServiceMonitor or PodMonitor of the Prometheus operator: what is scraped, and where.</summary>
public sealed record ServiceMonitor : KubernetesObject
{
    public ServiceMonitor(KubernetesObject original)
        : base(original) { }

    public LabelSelector? Selector { get; init; }

    public IReadOnlyList<Fact<string>> Namespaces { get; init; } = [];

    public IReadOnlyList<MonitorEndpoint> Endpoints { get; init; } = [];
}
