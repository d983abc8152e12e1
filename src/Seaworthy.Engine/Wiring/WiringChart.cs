namespace Seaworthy.Engine.Wiring;

/// <summary>The part of the wiring that one target has: its own nodes and whatever they are wired to.</summary>
public sealed record WiringChart(string Target, IReadOnlyList<WireNode> Nodes, IReadOnlyList<Wire> Wires)
{
    public int Broken => Wires.Count(wire => wire.BrokenBecause is not null);

    /// <summary>One for each target that has a node, in the order of the graph.</summary>
    public static IReadOnlyList<WiringChart> Of(WiringGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var nodes = graph.Nodes.ToDictionary(node => node.Id, StringComparer.Ordinal);
        var wires = graph.Wires.ToLookup(wire => nodes[wire.From].Target ?? nodes[wire.To].Target, StringComparer.Ordinal);
        return
        [
            .. graph
                .Nodes.Where(node => node.Target is not null)
                .GroupBy(node => node.Target, StringComparer.Ordinal)
                .Select(own => new WiringChart(
                    own.Key ?? "",
                    [.. own.Concat(wires[own.Key].SelectMany(wire => new[] { nodes[wire.From], nodes[wire.To] })).Distinct()],
                    [.. wires[own.Key]]
                )),
        ];
    }
}
