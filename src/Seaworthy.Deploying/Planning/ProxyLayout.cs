using System.Globalization;
using System.Text.Json.Serialization;

namespace Seaworthy.Deploying.Planning;

/// <summary>The shape of the proxy in front of the services that are updated without a pause: all that cannot change while it runs.</summary>
public sealed record ProxyLayout(string Project, string Image)
{
    // In the container, far from the ports of services.
    private const int FirstPublished = 30000;

    public IReadOnlyList<ProxyBackend> Backends { get; init; } = [];

    public IReadOnlyList<ProxyFrontend> Frontends { get; init; } = [];

    /// <summary>The networks that it joins, and the names of services for which it answers there.</summary>
    public IReadOnlyList<NetworkAttachment> Networks { get; init; } = [];

    public string Container => ContainerOf(Project);

    /// <summary>The hosts that need a certificate.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> CertifiedHosts =>
        [.. Frontends.SelectMany(frontend => frontend.Tls?.Hosts ?? []).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Those of them whose certificates are ordered.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OrderedHosts =>
        [.. Frontends.SelectMany(frontend => frontend.Redirect?.Ordered ?? []).Distinct().Order(StringComparer.Ordinal)];

    public bool IsNeeded => Backends.Count > 0;

    public static string ContainerOf(string project) => $"{project}-proxy";

    public static ProxyLayout Of(ProjectDefinition project, string image)
    {
        ArgumentNullException.ThrowIfNull(project);
        IReadOnlyList<ServiceDefinition> services =
        [
            .. project
                .Services.Where(service => service.Order == UpdateOrder.StartFirst)
                .OrderBy(service => service.Name, StringComparer.Ordinal),
        ];
        return new ProxyLayout(project.Name, image)
        {
            Backends =
            [
                .. services.SelectMany(
                    service => service.Listens,
                    (service, port) =>
                        new ProxyBackend(service.Name, port.Number, port.IsHttp)
                        {
                            HstsSeconds =
                                service.Domain is { Hsts: { } time } domain && domain.Inside(service) == port.Number
                                    ? (long)time.TotalSeconds
                                    : null,
                        }
                ),
            ],
            Frontends = [.. Published(services), .. Internal(services)],
            Networks =
            [
                .. services
                    .SelectMany(service => service.Networks)
                    .GroupBy(network => network.Network, network => network.Names)
                    .Select(group => new NetworkAttachment(
                        group.Key,
                        [.. group.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal)]
                    ))
                    .OrderBy(network => network.Network, StringComparer.Ordinal),
            ],
        };
    }

    public IEnumerable<ProxyBackend> Of(string service) => Backends.Where(backend => backend.Service == service);

    private static IEnumerable<ProxyFrontend> Published(IReadOnlyList<ServiceDefinition> services)
    {
        var guests = services.Where(service => service.Domain is { Port: null }).SelectMany(Guest).ToList();
        var ordered = services
            .Where(service => service.Domain?.Acme is not null)
            .SelectMany(service => service.Domain?.Hosts ?? [])
            .ToList();
        return services
            .SelectMany(service => service.Ports, (service, port) => new { service, port })
            .Select((each, index) => Published(each.service, each.port, FirstPublished + index, guests, ordered));
    }

    private static ProxyFrontend Published(
        ServiceDefinition service,
        PublishedPort port,
        int inside,
        List<ProxyRoute> guests,
        List<string> ordered
    )
    {
        ProxyFrontend frontend = new(
            $"published_{port.Published.ToString(CultureInfo.InvariantCulture)}",
            inside,
            IsHttp(service, port.Container),
            port,
            [new ProxyRoute(ProxyBackend.NameOf(service.Name, port.Container), [])]
        );
        if (service.Domain is not { Port: { } tls } domain || !frontend.IsHttp || port.Container != tls.Container)
        {
            return frontend;
        }

        IReadOnlyList<string> hosts = [.. domain.Hosts, .. guests.SelectMany(guest => guest.Hosts)];
        return port.Published == tls.Published
            ? frontend with
            {
                Tls = new ProxyTls(hosts),
                Routes = [.. guests, .. frontend.Routes],
            }
            : frontend with
            {
                Redirect = new ProxyRedirect(hosts, tls.Published)
                {
                    Ordered = hosts.Intersect(ordered).ToList() is [_, ..] asked ? asked : null,
                },
            };
    }

    /// <summary>A service that publishes nothing is found by its hosts where TLS ends for others.</summary>
    private static IEnumerable<ProxyRoute> Guest(ServiceDefinition service) =>
        service.Domain is { Hosts: var hosts } domain && domain.Inside(service) is { } port
            ? [new ProxyRoute(ProxyBackend.NameOf(service.Name, port), hosts)]
            : [];

    private static IEnumerable<ProxyFrontend> Internal(IReadOnlyList<ServiceDefinition> services) =>
        services
            .SelectMany(service => service.Listens, (service, port) => new { service, port })
            .GroupBy(each => each.port.Number)
            .OrderBy(group => group.Key)
            .Select(group => new ProxyFrontend(
                $"internal_{group.Key.ToString(CultureInfo.InvariantCulture)}",
                group.Key,
                group.All(each => each.port.IsHttp),
                null,
                [
                    .. group.Select(each => new ProxyRoute(
                        ProxyBackend.NameOf(each.service.Name, group.Key),
                        [.. each.service.Networks.SelectMany(network => network.Names).Distinct().Order(StringComparer.Ordinal)]
                    )),
                ]
            ));

    private static bool IsHttp(ServiceDefinition service, int port) => service.Listens.Any(each => each.Number == port && each.IsHttp);
}
