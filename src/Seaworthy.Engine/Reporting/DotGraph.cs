using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting;

/// <summary>The wiring in the language of Graphviz: one cluster per target, broken wires dashed and red.</summary>
/// <remarks>Source: graphviz.org/doc/info/lang.html.</remarks>
public static class DotGraph
{
    public static void Write(WiringGraph graph, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine("digraph deployment {");
        output.WriteLine("  rankdir=LR; node [shape=box, fontname=\"sans-serif\"]; edge [fontname=\"sans-serif\", fontsize=10];");
        var frames = 0;
        foreach (var target in graph.Nodes.GroupBy(node => node.Target, StringComparer.Ordinal))
        {
            if (target.Key is not null)
            {
                output.WriteLine($"  subgraph cluster_{frames++} {{ label={Quoted(target.Key)};");
            }

            foreach (var node in target)
            {
                output.WriteLine($"    {Quoted(node.Id)} [label={Quoted(node.Name)}{Shape(node.Kind)}];");
            }

            if (target.Key is not null)
            {
                output.WriteLine("  }");
            }
        }

        foreach (var wire in graph.Wires)
        {
            output.WriteLine(
                wire.BrokenBecause is { } why
                    ? $"  {Quoted(wire.From)} -> {Quoted(wire.To)} [label={Quoted($"{wire.Label}: {why}")}, color=red, fontcolor=red, style=dashed];"
                    : $"  {Quoted(wire.From)} -> {Quoted(wire.To)} [label={Quoted(wire.Label)}];"
            );
        }

        output.WriteLine("}");
    }

    private static string Shape(WireNodeKind kind) =>
        kind switch
        {
            WireNodeKind.Store => ", shape=cylinder",
            WireNodeKind.Entry => ", shape=oval",
            WireNodeKind.Outside => ", shape=plain",
            WireNodeKind.Missing => ", color=red, style=dashed",
            _ => "",
        };

    private static string Quoted(string text) =>
        $"\"{Quote.Text(text).Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
