using Seaworthy.Engine.Reporting.Secrets;

namespace Seaworthy.Engine.Wiring;

/// <summary>A wiring without the secrets that are known by their values: a picture shows names, and a host may be one.</summary>
internal sealed class WiringMask(Quotations quotations)
{
    public WiringGraph Of(WiringGraph graph)
    {
        var ids = Ids(graph);
        return new WiringGraph(
            [
                .. graph.Nodes.Select(node =>
                    node with
                    {
                        Id = ids[node.Id],
                        Target = quotations.ByValue(node.Target),
                        Name = quotations.ByValue(node.Name),
                        Runs = quotations.ByValue(node.Runs),
                    }
                ),
            ],
            [
                .. graph.Wires.Select(wire =>
                    wire with
                    {
                        From = ids[wire.From],
                        To = ids[wire.To],
                        Label = quotations.ByValue(wire.Label),
                        BrokenBecause = quotations.ByValue(wire.BrokenBecause),
                    }
                ),
            ]
        );
    }

    /// <summary>Two that differ by what is hidden stay two.</summary>
    private Dictionary<string, string> Ids(WiringGraph graph)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var id = quotations.ByValue(node.Id);
            ids[node.Id] = taken.Add(id) ? id : $"{id} ({ids.Count})";
        }

        return ids;
    }
}
