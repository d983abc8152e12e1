using System.Globalization;

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

    public string Container => $"{Project}-proxy";

    public bool IsNeeded => Backends.Count > 0;

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
                    (service, port) => new ProxyBackend(service.Name, port.Number, port.IsHttp)
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

    private static IEnumerable<ProxyFrontend> Published(IReadOnlyList<ServiceDefinition> services) =>
        services
            .SelectMany(service => service.Ports, (service, port) => new { service, port })
            .Select(
                (each, index) =>
                    new ProxyFrontend(
                        $"published_{each.port.Published.ToString(CultureInfo.InvariantCulture)}",
                        FirstPublished + index,
                        IsHttp(each.service, each.port.Container),
                        each.port,
                        [new ProxyRoute(ProxyBackend.NameOf(each.service.Name, each.port.Container), [])]
                    )
            );

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
