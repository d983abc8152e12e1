using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting;

/// <summary>The wiring as a Mermaid flowchart, which GitHub and GitLab draw in Markdown: one frame per target, broken wires dotted and red.</summary>
/// <remarks>Source: mermaid.js.org/syntax/flowchart.html.</remarks>
public static class MermaidGraph
{
    public static void Write(WiringGraph graph, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(output);
        var ids = graph
            .Nodes.Select((node, index) => new { node.Id, Short = $"n{index}" })
            .ToDictionary(pair => pair.Id, pair => pair.Short, StringComparer.Ordinal);
        output.WriteLine("flowchart LR");
        var frames = 0;
        foreach (var target in graph.Nodes.GroupBy(node => node.Target, StringComparer.Ordinal))
        {
            if (target.Key is not null)
            {
                output.WriteLine($"  subgraph t{frames++}[\"{Escape(target.Key)}\"]");
            }

            foreach (var node in target)
            {
                output.WriteLine($"    {ids[node.Id]}{Shape(node)}");
            }

            if (target.Key is not null)
            {
                output.WriteLine("  end");
            }
        }

        foreach (var wire in graph.Wires)
        {
            var words = Escape(wire.BrokenBecause is { } why ? $"{wire.Label}: {why}" : wire.Label);
            var arrow = wire.BrokenBecause is not null ? "-.->" : "-->";
            output.WriteLine($"  {ids[wire.From]} {arrow}{(words.Length > 0 ? $"|\"{words}\"|" : "")} {ids[wire.To]}");
        }

        for (var index = 0; index < graph.Wires.Count; index++)
        {
            if (graph.Wires[index].BrokenBecause is not null)
            {
                output.WriteLine($"  linkStyle {index} stroke:#c00,color:#c00");
            }
        }
    }

    private static string Shape(WireNode node)
    {
        var name = Escape(node.Name);
        return node.Kind switch
        {
            WireNodeKind.Store => $"[(\"{name}\")]",
            WireNodeKind.Entry => $"([\"{name}\"])",
            WireNodeKind.Outside => $">\"{name}\"]",
            WireNodeKind.Missing => $"{{{{\"{name}?\"}}}}",
            _ => $"[\"{name}\"]",
        };
    }

    private static string Escape(string text) =>
        Quote
            .Text(text)
            .Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "#quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
