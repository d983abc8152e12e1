using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Objects of Istio, of Traefik and of the Gateway API, and the names by which they lead to each other.</summary>
internal static class MeshReading
{
    private static readonly string[] Protocols = ["http", "tcp", "tls"];

    public static MeshGateway Gateway(KubernetesObject header, Node node) =>
        new(header) { Listeners = KubernetesValues.Texts(node.At("spec", "listeners"), "name") };

    public static DestinationRule Destination(KubernetesObject header, Node node) =>
        new(header) { Host = node.At("spec", "host")?.Fact, Subsets = KubernetesValues.Texts(node.At("spec", "subsets"), "name") };

    public static TrafficRoute VirtualService(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new TrafficRoute(header)
        {
            Gateways = KubernetesValues.Texts(spec?["gateways"]),
            Subsets =
            [
                .. Protocols
                    .SelectMany(protocol => spec?[protocol]?.Items ?? [])
                    .SelectMany(rule => rule["route"]?.Items ?? [])
                    .Select(route => route["destination"])
                    .Select(Subset)
                    .OfType<SubsetReference>(),
            ],
        };
    }

    public static TrafficRoute IngressRoute(KubernetesObject header, Node node) =>
        new(header)
        {
            Middlewares =
            [
                .. (node.At("spec", "routes")?.Items ?? [])
                    .SelectMany(route => route["middlewares"]?.Items ?? [])
                    .Select(used =>
                        used["name"]?.Fact is { } name ? new ObjectReference(null, null, name, used["namespace"]?.Fact, used.Span) : null
                    )
                    .OfType<ObjectReference>(),
            ],
        };

    /// <summary>A parent of another kind, such as a Service of a mesh, is none.</summary>
    public static GatewayReference? Parent(Node node) =>
        node["kind"]?.Text is null or "Gateway"
        && node["group"]?.Text is null or "gateway.networking.k8s.io"
        && node["name"]?.Fact is { } name
            ? new GatewayReference(name, node["namespace"]?.Fact, node["sectionName"]?.Fact)
            : null;

    private static SubsetReference? Subset(Node? destination) =>
        destination?["host"]?.Fact is { } host && destination["subset"]?.Fact is { } subset ? new SubsetReference(host, subset) : null;
}
