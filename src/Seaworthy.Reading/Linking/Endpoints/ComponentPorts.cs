using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Which component answers at an address, as seen from the machine everything runs on, and from inside a compose project.</summary>
internal sealed class ComponentPorts
{
    private readonly ILookup<int, Component> byPort;
    private readonly ILookup<string, Component> byHost;

    public ComponentPorts(Deployment deployment, CodeValues values)
    {
        var untold =
            from component in deployment.Components
            from file in component.Code
            from listener in file.Listeners
            where listener.Protocol is "http"
            let port = values.Resolve(listener.Port, file, _ => null).Text
            where port is not null && ServerCommand.PortOf(port) is not null
            select (Port: ServerCommand.PortOf(port) ?? 0, Component: component);
        var published =
            from workload in deployment.Workloads
            where workload.Components.Count == 1
            from binding in workload.Ports
            where binding.Published is not null
            select (Port: binding.Published ?? 0, Component: workload.Components[0]);
        byPort = untold.Concat(published).Distinct().ToLookup(pair => pair.Port, pair => pair.Component);
        byHost = (
            from workload in deployment.Workloads
            where workload.Components.Count == 1
            from host in workload.HostNames
            select (Host: host, Component: workload.Components[0])
        )
            .Distinct()
            .ToLookup(pair => pair.Host, pair => pair.Component, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The one component at an address, and how that is known; null when none or several could be meant.</summary>
    public (Component Component, string Because)? Find(Address address)
    {
        if (address.IsLoopback)
        {
            return address.Port is { } port && byPort[port].ToList() is [var local]
                ? (local, $"{local.Name} is what answers on {port}")
                : null;
        }

        return byHost[address.Host].ToList() is [var named] ? (named, $"{address.Host} runs {named.Name}") : null;
    }
}
