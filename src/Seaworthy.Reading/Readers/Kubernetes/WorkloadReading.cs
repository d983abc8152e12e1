using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Objects that make pods.</summary>
internal static class WorkloadReading
{
    public static bool IsWorkload(string kind, string group) =>
        (kind, group) switch
        {
            ("Pod" or "ReplicationController", "") => true,
            ("Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet", "apps" or "extensions") => true,
            ("Job" or "CronJob", "batch") => true,
            ("Rollout", "argoproj.io") => true,
            _ => false,
        };

    public static KubernetesWorkload Workload(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        var strategy = spec?["strategy"] ?? spec?["updateStrategy"];
        return new KubernetesWorkload(header)
        {
            Replicas = KubernetesValues.Integer(spec?["replicas"]),
            Selector =
                header.Kind.Value == "ReplicationController" && spec?["selector"] is { } plain
                    ? new LabelSelector(KubernetesValues.Pairs(plain), false, plain.Span)
                    : KubernetesValues.Selector(spec?["selector"]),
            Pod = Pod(header.Kind.Value, node),
            ServiceName = spec?["serviceName"]?.Fact,
            VolumeClaimTemplates = [.. (spec?["volumeClaimTemplates"]?.Items ?? []).Select(ClaimTemplate)],
            Schedule = spec?["schedule"]?.Fact,
            Strategy = strategy?["type"]?.Fact,
            RollingUpdate = RollingUpdate(strategy),
            MaxSurge = strategy?.At("rollingUpdate", "maxSurge")?.Fact,
            MaxUnavailable = strategy?.At("rollingUpdate", "maxUnavailable")?.Fact,
            ReplacesStrategy =
                strategy?["$patch"] is not null
                || strategy?["$retainKeys"] is not null
                || strategy?["rollingUpdate"] is ScalarNode { IsNull: true },
        };
    }

    private static SourceSpan? RollingUpdate(Node? strategy) =>
        (strategy as MappingNode)?.Find("rollingUpdate") is { Value: not ScalarNode { IsNull: true } } entry ? entry.KeySpan : null;

    private static PodTemplate? Pod(string kind, Node node) =>
        kind switch
        {
            "Pod" => Template(node),
            "CronJob" => Template(node.At("spec", "jobTemplate", "spec", "template")),
            _ => Template(node.At("spec", "template")),
        };

    private static PodTemplate? Template(Node? node)
    {
        if (node is not MappingNode)
        {
            return null;
        }

        var spec = node["spec"];
        return new PodTemplate(node.Span)
        {
            Labels = KubernetesValues.Pairs(node.At("metadata", "labels")),
            Annotations = KubernetesValues.Pairs(node.At("metadata", "annotations")),
            Containers = ContainerReading.Containers(spec?["containers"]),
            InitContainers = ContainerReading.Containers(spec?["initContainers"]),
            Volumes = VolumeReading.Volumes(spec?["volumes"]),
            ServiceAccountName = spec?["serviceAccountName"]?.Fact ?? spec?["serviceAccount"]?.Fact,
            ImagePullSecrets = KubernetesValues.Texts(spec?["imagePullSecrets"], "name"),
            NodeSelector = KubernetesValues.Pairs(spec?["nodeSelector"]),
            Security = SecurityReading.Context(spec?["securityContext"]),
            HostNetwork = KubernetesValues.Truth(spec?["hostNetwork"]),
            RestartPolicy = spec?["restartPolicy"]?.Fact,
            Spread = Spread(spec, "topologySpreadConstraints") ?? Spread(spec?["affinity"], "podAntiAffinity"),
        };
    }

    private static Fact<string>? Spread(Node? node, string key) =>
        (node as MappingNode)?.Find(key) is { } entry ? new Fact<string>(key, entry.KeySpan) : null;

    private static PersistentVolumeClaim ClaimTemplate(Node node)
    {
        KubernetesObject header = new(new Fact<string>("v1", node.Span), new Fact<string>("PersistentVolumeClaim", node.Span), node.Span);
        return StorageReading.Claim(ObjectReading.WithMetadata(header, node), node);
    }
}
