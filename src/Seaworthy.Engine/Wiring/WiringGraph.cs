using System.Globalization;
using Seaworthy.Model;
using Seaworthy.Model.Known;
using Seaworthy.Model.Topology;

namespace Seaworthy.Engine.Wiring;

/// <summary>Who reaches whom in every target: workloads, the ports through which the world comes in, the hosts outside, and wires that lead nowhere.</summary>
public sealed record WiringGraph(IReadOnlyList<WireNode> Nodes, IReadOnlyList<Wire> Wires)
{
    public static WiringGraph Of(Deployment deployment)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        Dictionary<string, WireNode> nodes = new(StringComparer.Ordinal);
        HashSet<Wire> wires = [];
        foreach (var workload in deployment.Workloads)
        {
            var node = Add(nodes, workload.TargetName, workload.Name, KindOf(workload));
            foreach (var port in workload.Ports.Where(port => port is { IsInformational: false, Published: > 0 }))
            {
                var entry = Add(nodes, workload.TargetName, $":{port.Published}", WireNodeKind.Entry);
                wires.Add(new Wire(entry.Id, node.Id, Number(port.Container), Deaf(workload, port.Container)));
            }
        }

        foreach (var use in deployment.Endpoints)
        {
            if (use.Caller is { } caller)
            {
                AddUse(nodes, wires, use, caller);
            }
        }

        // Waiting is a wire of its own only where no address says more.
        var told = wires.Select(wire => (wire.From, wire.To)).ToHashSet();
        foreach (var workload in deployment.Workloads)
        {
            foreach (var other in workload.DependsOn.Select(dependency => dependency.On).OfType<Workload>())
            {
                var (from, to) = (Id(workload.TargetName, workload.Name), Id(other.TargetName, other.Name));
                if (told.Add((from, to)))
                {
                    wires.Add(new Wire(from, to, "waits for", null));
                }
            }
        }

        return new WiringGraph([.. nodes.Values], [.. wires]);
    }

    private static void AddUse(Dictionary<string, WireNode> nodes, HashSet<Wire> wires, EndpointUse use, Workload caller)
    {
        var from = Id(caller.TargetName, caller.Name);
        var label = use.Variable ?? (use.Port is { } port ? Number(port) : "");
        var (end, broken) = use switch
        {
            { Callee: { } callee } => (
                Add(nodes, callee.TargetName, callee.Name, KindOf(callee)),
                use.Answer == HostAnswer.OtherNetwork ? "they share no network"
                : use.Answer == HostAnswer.Nobody ? "the name does not hold on the host's network"
                : use.Port is { } at ? Deaf(callee, at)
                : null
            ),
            { Answer: HostAnswer.Nobody } => (Add(nodes, caller.TargetName, use.Host, WireNodeKind.Missing), "nobody answers to this name"),
            { Answer: HostAnswer.External } => (Add(nodes, null, use.Host, WireNodeKind.Outside), null),
            _ => (null, null),
        };
        if (end is not null && end.Id != from)
        {
            wires.Add(new Wire(from, end.Id, label, broken));
        }
    }

    private static WireNode Add(Dictionary<string, WireNode> nodes, string? target, string name, WireNodeKind kind)
    {
        var id = Id(target, name);
        return nodes.TryGetValue(id, out var known) ? known : nodes[id] = new WireNode(id, target, name, kind);
    }

    private static string Id(string? target, string name) => $"{target}/{name}";

    private static string? Deaf(Workload callee, int port) =>
        callee.Listens is { IsComplete: true, Ports.Count: > 0 } listens && !listens.Contains(port)
            ? $"it listens on {string.Join(", ", listens.Ports.Select(listening => listening.Port).Distinct())}"
            : null;

    private static WireNodeKind KindOf(Workload workload) =>
        workload
            is {
                Image: null,
                Public.Role: ImageRole.DataStore or ImageRole.Cache or ImageRole.Broker or ImageRole.Search or ImageRole.ObjectStore
            }
            ? WireNodeKind.Store
            : WireNodeKind.Service;

    private static string Number(int port) => port.ToString(CultureInfo.InvariantCulture);
}
