using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Objects about the running of others: autoscalers, disruption budgets, monitors, accounts and bindings.</summary>
internal static class OperationsReading
{
    public static Autoscaler Autoscaler(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new Autoscaler(header)
        {
            Target = KubernetesValues.Reference(spec?["scaleTargetRef"]),
            MinReplicas = KubernetesValues.Integer(spec?["minReplicas"] ?? spec?["minReplicaCount"]),
            MaxReplicas = KubernetesValues.Integer(spec?["maxReplicas"] ?? spec?["maxReplicaCount"]),
            Metrics =
            [
                .. (spec?["metrics"]?.Items ?? spec?["triggers"]?.Items ?? []).Select(Metric).OfType<AutoscalerMetric>(),
                .. CpuTarget(spec),
            ],
        };
    }

    public static PodDisruptionBudget Budget(KubernetesObject header, Node node) =>
        new(header) { Selector = KubernetesValues.Selector(node.At("spec", "selector")) };

    public static ServiceMonitor Monitor(KubernetesObject header, Node node)
    {
        var endpoints = node.At("spec", "endpoints") ?? node.At("spec", "podMetricsEndpoints");
        return new ServiceMonitor(header)
        {
            Selector = KubernetesValues.Selector(node.At("spec", "selector")),
            Namespaces = KubernetesValues.Texts(node.At("spec", "namespaceSelector", "matchNames")),
            Endpoints =
            [
                .. (endpoints?.Items ?? []).Select(item => new MonitorEndpoint(
                    item["port"]?.Fact,
                    item["targetPort"]?.Fact,
                    item["path"]?.Fact,
                    item.Span
                )),
            ],
        };
    }

    public static ServiceAccount Account(KubernetesObject header, Node node) =>
        new(header) { ImagePullSecrets = KubernetesValues.Texts(node["imagePullSecrets"], "name") };

    public static Role Role(KubernetesObject header, Node node) =>
        new(header)
        {
            IsAggregated = node["aggregationRule"] is not null,
            Rules =
            [
                .. (node["rules"]?.Items ?? []).Select(rule => new RoleRule(
                    KubernetesValues.Texts(rule["apiGroups"]),
                    KubernetesValues.Texts(rule["resources"]),
                    KubernetesValues.Texts(rule["verbs"]),
                    rule.Span
                )),
            ],
        };

    public static RoleBinding Binding(KubernetesObject header, Node node) =>
        new(header)
        {
            Role = KubernetesValues.Reference(node["roleRef"]),
            Subjects = [.. (node["subjects"]?.Items ?? []).Select(KubernetesValues.Reference).OfType<ObjectReference>()],
        };

    private static AutoscalerMetric? Metric(Node node) =>
        node["type"]?.Fact is not { } type
            ? null
            : new AutoscalerMetric(
                type,
                node.At("resource", "name")?.Fact
                    ?? node.At("containerResource", "name")?.Fact
                    ?? node.At("pods", "metric", "name")?.Fact
                    ?? node.At("object", "metric", "name")?.Fact
                    ?? node.At("external", "metric", "name")?.Fact
                    ?? node.At("metadata", "metricName")?.Fact,
                node.Span
            )
            {
                IsUtilization =
                    node.At("resource", "target", "type")?.Text is "Utilization"
                    || node.At("resource", "targetAverageUtilization") is not null
                    || (type.Value is "cpu" or "memory" && node["metricType"]?.Text is "Utilization"),
            };

    /// <summary>The only metric of <c>autoscaling/v1</c>.</summary>
    private static IEnumerable<AutoscalerMetric> CpuTarget(Node? spec) =>
        (spec as MappingNode)?.Find("targetCPUUtilizationPercentage") is { } entry
            ?
            [
                new AutoscalerMetric(new Fact<string>("Resource", entry.KeySpan), new Fact<string>("cpu", entry.KeySpan), entry.Span)
                {
                    IsUtilization = true,
                },
            ]
            : [];
}
