using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>One object: the fields of all objects, then those of its kind.</summary>
internal static class ObjectReading
{
    public static KubernetesObject? Object(Node node) =>
        node["apiVersion"]?.Fact is { } version && node["kind"]?.Fact is { } kind
            ? OfKind(WithMetadata(new KubernetesObject(version, kind, node.Span), node), node)
            : null;

    public static KubernetesObject WithMetadata(KubernetesObject header, Node node)
    {
        var metadata = node["metadata"];
        return header with
        {
            Name = metadata?["name"]?.Fact,
            Namespace = metadata?["namespace"]?.Fact,
            IsDeletion = node["$patch"]?.Text is "delete",
            Labels = KubernetesValues.Pairs(metadata?["labels"]),
            Annotations = KubernetesValues.Pairs(metadata?["annotations"]),
        };
    }

    private static KubernetesObject OfKind(KubernetesObject header, Node node) =>
        (header.Kind.Value, header.Group) switch
        {
            var (kind, group) when WorkloadReading.IsWorkload(kind, group) => WorkloadReading.Workload(header, node),
            ("Service", "") => NetworkReading.Service(header, node),
            ("Ingress", "networking.k8s.io" or "extensions") => NetworkReading.Ingress(header, node),
            ("HTTPRoute" or "GRPCRoute" or "TCPRoute", "gateway.networking.k8s.io") => NetworkReading.Route(header, node),
            ("Gateway", "networking.istio.io" or "gateway.networking.k8s.io") => MeshReading.Gateway(header, node),
            ("DestinationRule", "networking.istio.io") => MeshReading.Destination(header, node),
            ("VirtualService", "networking.istio.io") => MeshReading.VirtualService(header, node),
            ("IngressRoute", "traefik.io" or "traefik.containo.us") => MeshReading.IngressRoute(header, node),
            ("Middleware", "traefik.io" or "traefik.containo.us") => new Middleware(header),
            ("NetworkPolicy", "networking.k8s.io" or "extensions") => NetworkReading.Policy(header, node),
            ("ConfigMap", "") => SecretReading.ConfigMap(header, node),
            ("Secret", "") => SecretReading.Secret(header, node),
            ("SealedSecret", "bitnami.com") => SecretReading.Sealed(header, node),
            ("ExternalSecret", "external-secrets.io") => SecretReading.External(header, node),
            ("Certificate", "cert-manager.io") => SecretReading.Certificate(header, node),
            ("PersistentVolumeClaim", "") => StorageReading.Claim(header, node),
            ("PersistentVolume", "") => StorageReading.Volume(header, node),
            ("StorageClass", "storage.k8s.io") => StorageReading.Class(header, node),
            ("HorizontalPodAutoscaler", "autoscaling") or ("ScaledObject", "keda.sh") => OperationsReading.Autoscaler(header, node),
            ("PodDisruptionBudget", "policy") => OperationsReading.Budget(header, node),
            ("ServiceMonitor" or "PodMonitor", "monitoring.coreos.com") => OperationsReading.Monitor(header, node),
            ("ServiceAccount", "") => OperationsReading.Account(header, node),
            ("RoleBinding" or "ClusterRoleBinding", "rbac.authorization.k8s.io") => OperationsReading.Binding(header, node),
            ("Role" or "ClusterRole", "rbac.authorization.k8s.io") => OperationsReading.Role(header, node),
            ("Application", "argoproj.io") => DeliveryReading.Application(header, node),
            ("ApplicationSet", "argoproj.io") => DeliveryReading.ApplicationSet(header, node),
            ("Kustomization", "kustomize.toolkit.fluxcd.io") => DeliveryReading.FluxKustomization(header, node),
            ("HelmRelease", "helm.toolkit.fluxcd.io") => DeliveryReading.HelmRelease(header, node),
            _ => header,
        };
}
