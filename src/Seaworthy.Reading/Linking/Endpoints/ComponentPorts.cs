using Seaworthy.Model;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Jvm;
using Seaworthy.Reading.Linking.Processes;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Which component answers at an address, as seen from the machine everything runs on, and from inside a compose project.</summary>
internal sealed class ComponentPorts
{
    private readonly ILookup<int, Component> declared;
    private readonly ILookup<int, Component?> published;
    private readonly ILookup<string, Component> byHost;
    private readonly ILookup<string, Component> registered;

    public ComponentPorts(Deployment deployment, CodeValues values)
    {
        registered = JvmNames.Of(deployment);
        declared = (
            from component in deployment.Components
            from file in component.Code
            from listener in file.Listeners
            where listener.Protocol is "http"
            let port = values.Resolve(listener.Port, file, _ => null).Text
            where port is not null && ServerCommand.PortOf(port) is not null
            select new ComponentPort(ServerCommand.PortOf(port) ?? 0, component)
        )
            .Concat(JvmNames.Ports(deployment))
            .Distinct()
            .ToLookup(pair => pair.Port, pair => pair.Component);
        published = (
            from workload in deployment.Workloads
            // Thousands of Services may lead to one pod, all from the same port.
            from port in workload.Ports.Select(binding => binding.Published).OfType<int>().Distinct()
            select new { Port = port, Component = Only(workload) }
        )
            .Distinct()
            .ToLookup(pair => pair.Port, Component? (pair) => pair.Component);
        byHost = (
            from workload in deployment.Workloads
            let only = Only(workload)
            where only is not null
            from host in workload.HostNames
            select new { Host = host, Component = only }
        )
            .Distinct()
            .ToLookup(pair => pair.Host, pair => pair.Component, StringComparer.OrdinalIgnoreCase);
    }

    private static Component? Only(Workload workload) => workload.Components.Count == 1 ? workload.Components[0] : null;

    /// <summary>The one component that registers, or runs, under a name.</summary>
    public Component? Named(string name) => registered[name].Concat(byHost[name]).Distinct().Take(2).ToList() is [var only] ? only : null;

    /// <summary>The one component at an address, and how that is known; null when none or several could be meant.</summary>
    public Answerer? Find(Address address)
    {
        if (address.IsLoopback)
        {
            return address.Port is { } port ? OnThisMachine(port) : null;
        }

        return address.Scheme != "lb" && byHost[address.Host].ToList() is { Count: > 0 } hosts
            ? hosts is [var named]
                ? new(named, named.Title == address.Host ? "by its host name" : $"{address.Host} runs {named.Title}", null)
                : null
            : address.Port is null && registered[address.Host].ToList() is [var known]
                ? new(known, $"{known.Title} registers as {address.Host}", null)
                : null;
    }

    /// <summary>A port that a target publishes is known; one that source alone opens may be another program's on the day.</summary>
    private Answerer? OnThisMachine(int port)
    {
        var leads = published[port].ToList();
        List<Component> all = [.. leads.OfType<Component>().Concat(declared[port]).Distinct()];
        if (all is not [var only] || leads.Contains(null))
        {
            return null;
        }

        var because = $"{only.Title} answers on {port}";
        return leads.Count > 0 ? new(only, because, null)
            : published.Count > 0 ? new(only, because, $"no target publishes {port}")
            : new(only, because, null) { IsGuess = true };
    }
}
