using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>The routing that a container declares to Traefik in its labels: <c>traefik.http.routers.web.rule=Host(`example.com`)</c>.</summary>
/// <remarks>Source: Traefik documentation, "Docker: Routing Configuration".</remarks>
public sealed record TraefikLabels(IReadOnlyList<TraefikRouter> Routers, IReadOnlyList<TraefikService> Services)
{
    /// <summary><c>traefik.docker.network</c>.</summary>
    public Fact<string>? Network { get; init; }

    public static TraefikLabels? Of(IEnumerable<(string Name, Fact<string> Value)> labels)
    {
        Dictionary<string, TraefikRouter> routers = new(StringComparer.Ordinal);
        Dictionary<string, TraefikService> services = new(StringComparer.Ordinal);
        Fact<string>? network = null;
        var isOurs = false;
        foreach (var (label, value) in labels)
        {
            var words = label.Split('.');
            isOurs |= words[0] == "traefik";
            switch (words)
            {
                case ["traefik", "docker", "network"]:
                    network = value;
                    break;
                case ["traefik", "http" or "tcp", "routers", var name, .. var rest]:
                    routers[name] = With(routers.GetValueOrDefault(name) ?? new TraefikRouter(value with { Value = name }), rest, value);
                    break;
                case ["traefik", "http" or "tcp", "services", var name, .. var rest]:
                    services[name] = With(services.GetValueOrDefault(name) ?? new TraefikService(value with { Value = name }), rest, value);
                    break;
                default:
                    break;
            }
        }

        return isOurs ? new TraefikLabels([.. routers.Values], [.. services.Values]) { Network = network } : null;
    }

    private static TraefikRouter With(TraefikRouter router, string[] option, Fact<string> value) =>
        option switch
        {
            ["rule"] => router with
            {
                Rule = value,
                Hosts = TraefikRule.Arguments(value.Value, "Host", "HostSNI"),
                Paths = TraefikRule.Arguments(value.Value, "Path", "PathPrefix"),
            },
            ["service"] => router with { Service = value },
            _ => router,
        };

    private static TraefikService With(TraefikService service, string[] option, Fact<string> value) =>
        option switch
        {
            ["loadbalancer" or "loadBalancer", "server", "port"] => service with { Port = value },
            _ => service,
        };
}
