using Seaworthy.Model.Declared.Kubernetes;

namespace Seaworthy.Reading.Linking.Kubernetes;

/// <summary>A strategic merge patch applied to an object: mappings are merged, lists by the key of their elements where Kubernetes knows one, else replaced.</summary>
/// <remarks>Kubernetes documentation, "Update API Objects in Place Using kubectl patch": merge keys of the API reference.</remarks>
internal static class StrategicMerge
{
    public static KubernetesObject Apply(KubernetesObject original, KubernetesObject patch) =>
        (original, patch) switch
        {
            (KubernetesWorkload workload, KubernetesWorkload change) => Workload(workload, change),
            (KubernetesService service, KubernetesService change) => Service(service, change),
            (ConfigMap map, ConfigMap change) => map with { Data = Pairs(map.Data, change.Data) },
            (KubernetesSecret secret, KubernetesSecret change) => secret with
            {
                Data = Pairs(secret.Data, change.Data),
                StringData = Pairs(secret.StringData, change.StringData),
            },
            (Ingress ingress, Ingress change) => ingress with
            {
                Rules = change.Rules.Count > 0 ? change.Rules : ingress.Rules,
                Tls = change.Tls.Count > 0 ? change.Tls : ingress.Tls,
                ClassField = change.ClassField ?? ingress.ClassField,
                DefaultBackend = change.DefaultBackend ?? ingress.DefaultBackend,
                Annotations = Pairs(ingress.Annotations, change.Annotations),
            },
            (Autoscaler autoscaler, Autoscaler change) => autoscaler with
            {
                Target = change.Target ?? autoscaler.Target,
                MinReplicas = change.MinReplicas ?? autoscaler.MinReplicas,
                MaxReplicas = change.MaxReplicas ?? autoscaler.MaxReplicas,
                Metrics = change.Metrics.Count > 0 ? change.Metrics : autoscaler.Metrics,
            },
            _ => original,
        };

    /// <summary>The patch's value wins; an explicit null takes the key away.</summary>
    public static IReadOnlyList<KubernetesPair> Pairs(IReadOnlyList<KubernetesPair> original, IReadOnlyList<KubernetesPair> patch) =>
        patch.Count == 0
            ? original
            : [.. original.Where(pair => !patch.Any(change => change.Key == pair.Key)), .. patch.Where(pair => pair.Value is not null)];

    private static KubernetesWorkload Workload(KubernetesWorkload workload, KubernetesWorkload patch) =>
        workload with
        {
            Replicas = patch.Replicas ?? workload.Replicas,
            Strategy = patch.Strategy ?? workload.Strategy,
            RollingUpdate = patch.RollingUpdate ?? (patch.ReplacesStrategy ? null : workload.RollingUpdate),
            MaxSurge = patch.MaxSurge ?? (patch.ReplacesStrategy ? null : workload.MaxSurge),
            MaxUnavailable = patch.MaxUnavailable ?? (patch.ReplacesStrategy ? null : workload.MaxUnavailable),
            Selector =
                patch.Selector is { } selector && workload.Selector is { } own
                    ? own with
                    {
                        MatchLabels = Pairs(own.MatchLabels, selector.MatchLabels),
                    }
                    : workload.Selector ?? patch.Selector,
            Pod = patch.Pod is { } pod && workload.Pod is { } below ? PodMerge.Apply(below, pod) : workload.Pod ?? patch.Pod,
        };

    private static KubernetesService Service(KubernetesService service, KubernetesService patch) =>
        service with
        {
            Type = patch.Type ?? service.Type,
            ClusterIp = patch.ClusterIp ?? service.ClusterIp,
            ExternalName = patch.ExternalName ?? service.ExternalName,
            SourceRanges = patch.SourceRanges ?? service.SourceRanges,
            Selector = Pairs(service.Selector, patch.Selector),
            Ports =
            [
                .. service.Ports.Where(port => !patch.Ports.Any(change => change.Port?.Value == port.Port?.Value)),
                .. patch.Ports.Select(port => Port(service.Ports.FirstOrDefault(own => own.Port?.Value == port.Port?.Value), port)),
            ],
        };

    private static ServicePort Port(ServicePort? original, ServicePort patch) =>
        original is null
            ? patch
            : original with
            {
                TargetPort = patch.TargetPort ?? original.TargetPort,
                Name = patch.Name ?? original.Name,
                NodePort = patch.NodePort ?? original.NodePort,
            };
}
