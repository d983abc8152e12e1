using Seaworthy.Model.Topology;

namespace Seaworthy.Deploying.Planning;

/// <summary>Whether two containers of a service may run at once, and traffic be moved from one to the other.</summary>
internal static class OrderChoice
{
    /// <param name="service">The service.</param>
    /// <param name="workload">The same in the model.</param>
    /// <param name="declared">What the file says of it: <c>start-first</c> or <c>stop-first</c>; null for nothing.</param>
    public static ServiceDefinition Of(ServiceDefinition service, Workload workload, string? declared) =>
        (declared == "stop-first" ? "the file says so" : Alone(service, workload, declared == "start-first")) is { } because
            ? service with
            {
                Order = UpdateOrder.StopFirst,
                OrderBecause = because,
            }
            : service with
            {
                OrderBecause = "it keeps nothing, and listens on " + string.Join(", ", service.Listens.Select(port => port.Number)),
            };

    /// <summary>The proxy tells services on one port apart by the name that is asked for, which HTTP alone has.</summary>
    public static IReadOnlyList<ServiceDefinition> Settle(IReadOnlyList<ServiceDefinition> services)
    {
        var taken = services
            .Where(service => service.Order == UpdateOrder.StartFirst)
            .SelectMany(
                service => service.Listens,
                (service, port) =>
                    new
                    {
                        service.Name,
                        port.Number,
                        port.IsHttp,
                    }
            )
            .ToLookup(each => each.Number);
        return
        [
            .. services.Select(service =>
                service.Order == UpdateOrder.StartFirst
                && service.Listens.FirstOrDefault(port =>
                    taken[port.Number].Any(one => one.Name != service.Name && !(one.IsHttp && port.IsHttp))
                )
                    is { } shared
                    ? service with
                    {
                        Order = UpdateOrder.StopFirst,
                        OrderBecause = $"another service listens on {shared.Number} too, and not both speak HTTP",
                    }
                    : service
            ),
        ];
    }

    private static string? Alone(ServiceDefinition service, Workload workload, bool isDeclaredFree) =>
        service.IsOneOff ? "it runs once"
        : workload.UsesHostNetwork ? "it uses the network of the host"
        : workload.ContainerName is not null ? (service.IsBacking ? "it keeps data" : "it has a fixed container name")
        : service.Ports.Any(port => port.Protocol != "tcp") ? "it publishes a port without connections"
        : service.Listens.Count == 0 ? "nothing is known to listen in it"
        : isDeclaredFree ? null
        : service.IsBacking ? "it keeps data"
        : service.Mounts.FirstOrDefault(mount => !mount.IsReadOnly && mount.Source is not null) is { } mount
            ? $"it writes to {mount.Target}"
        : null;
}
