using Seaworthy.Model.Declared.Kubernetes;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Kubernetes;

/// <summary>Services, routes into the cluster, and policies between pods.</summary>
internal static class NetworkReading
{
    public static KubernetesService Service(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new KubernetesService(header)
        {
            Type = spec?["type"]?.Fact,
            Selector = KubernetesValues.Pairs(spec?["selector"]),
            SelectorSpan = spec?["selector"]?.Span,
            Ports = [.. (spec?["ports"]?.Items ?? []).Select(Port)],
            ClusterIp = spec?["clusterIP"]?.Fact,
            ExternalName = spec?["externalName"]?.Fact,
            SourceRanges = spec?["loadBalancerSourceRanges"]?.Span,
        };
    }

    public static Ingress Ingress(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new Ingress(header)
        {
            ClassField = spec?["ingressClassName"]?.Fact,
            DefaultBackend = Backend(spec?["defaultBackend"] ?? spec?["backend"]),
            Rules = [.. (spec?["rules"]?.Items ?? []).Select(Rule)],
            Tls =
            [
                .. (spec?["tls"]?.Items ?? []).Select(tls => new IngressTls(
                    KubernetesValues.Texts(tls["hosts"]),
                    tls["secretName"]?.Fact,
                    tls.Span
                )),
            ],
        };
    }

    /// <remarks>Gateway API: a rule without matches takes every path.</remarks>
    public static HttpRoute Route(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new HttpRoute(header)
        {
            Hosts = KubernetesValues.Texts(spec?["hostnames"]),
            Paths = [.. (spec?["rules"]?.Items ?? []).SelectMany(RoutePaths)],
            Gateways = [.. (spec?["parentRefs"]?.Items ?? []).Select(MeshReading.Parent).OfType<GatewayReference>()],
        };
    }

    public static NetworkPolicy Policy(KubernetesObject header, Node node)
    {
        var spec = node["spec"];
        return new NetworkPolicy(header)
        {
            PodSelector = KubernetesValues.Selector(spec?["podSelector"]),
            PolicyTypes = KubernetesValues.Texts(spec?["policyTypes"]),
            Ingress = [.. (spec?["ingress"]?.Items ?? []).Select(rule => PolicyRule(rule, "from"))],
            Egress = [.. (spec?["egress"]?.Items ?? []).Select(rule => PolicyRule(rule, "to"))],
        };
    }

    private static ServicePort Port(Node node) =>
        new(KubernetesValues.Integer(node["port"]), Target(node["targetPort"]?.Fact), node.Span)
        {
            Name = node["name"]?.Fact,
            NodePort = KubernetesValues.Integer(node["nodePort"]),
            Protocol = node["protocol"]?.Text ?? "TCP",
        };

    /// <summary>The API server fills in the number of the Service for 0 and for an empty name, as where nothing is written.</summary>
    /// <remarks>Source: Kubernetes, pkg/apis/core/v1/defaults.go, SetDefaults_Service.</remarks>
    private static Fact<string>? Target(Fact<string>? written) => written is { Value: "0" or "" } ? null : written;

    private static IngressRule Rule(Node node) =>
        new(
            node["host"]?.Fact,
            [
                .. (node.At("http", "paths")?.Items ?? []).Select(path => new IngressPath(
                    path["path"]?.Fact,
                    path["pathType"]?.Fact,
                    Backend(path["backend"]),
                    path.Span
                )),
            ],
            node.Span
        );

    private static IngressBackend? Backend(Node? node)
    {
        if (node?["service"] is { } service)
        {
            var port = service.At("port", "number")?.Fact ?? service.At("port", "name")?.Fact;
            return service["name"]?.Fact is { } name ? new IngressBackend(name, port, node.Span) : null;
        }

        return node?["serviceName"]?.Fact is { } old ? new IngressBackend(old, node["servicePort"]?.Fact, node.Span) : null;
    }

    private static IEnumerable<IngressPath> RoutePaths(Node rule)
    {
        IEnumerable<Node?> matches = rule["matches"]?.Items is { Count: > 0 } found ? found : Enumerable.Repeat<Node?>(null, 1);
        return from backend in rule["backendRefs"]?.Items ?? []
            where backend["name"]?.Fact is not null && backend["kind"]?.Text is null or "Service"
            from match in matches
            select new IngressPath(
                match?.At("path", "value")?.Fact,
                match?.At("path", "type")?.Fact,
                backend["name"]?.Fact is { } name ? new IngressBackend(name, backend["port"]?.Fact, backend.Span) : null,
                rule.Span
            );
    }

    private static NetworkPolicyRule PolicyRule(Node node, string peers) =>
        new(
            [
                .. (node[peers]?.Items ?? []).Select(peer => new NetworkPolicyPeer(
                    KubernetesValues.Selector(peer["podSelector"]),
                    KubernetesValues.Selector(peer["namespaceSelector"]),
                    peer.At("ipBlock", "cidr")?.Fact,
                    peer.Span
                )
                {
                    Except = KubernetesValues.Texts(peer.At("ipBlock", "except")),
                }),
            ],
            KubernetesValues.Texts(node["ports"], "port"),
            node.Span
        )
        {
            HasMorePorts = node["ports"]?.Items.Any(port => port["port"] is null || port["endPort"] is not null) is true,
        };
}
