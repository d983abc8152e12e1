using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>A chart in words: every line with both its ends quoted, every node with the place that declares it.</summary>
internal static class ChartWords
{
    private const int LinesShown = 1000;

    public static string Title(Chart chart, ChartLine line) =>
        string.Join(
            "; ",
            line.Wires.Select(wire => $"{chart.Nodes[line.From].Node.Name} to {chart.Nodes[line.To].Node.Name}{By(wire)}{Because(wire)}")
                .Take(6)
        );

    public static void Write(Chart chart, Report report, HtmlWriter html)
    {
        html.Write(
            $"<details class=\"words\"><summary>In words: {HtmlText.Count(chart.Nodes.Count, "node")}, {HtmlText.Count(chart.Wiring.Wires.Count, "wire")}</summary><ul class=\"lines\">"
        );
        foreach (var (index, line) in chart.Lines.Index().OrderByDescending(line => line.Item.IsBroken ? 1 : 0).Take(LinesShown))
        {
            html.Write(
                $"<li id=\"{chart.Key}l{index}\" data-from=\"{line.From}\" data-to=\"{line.To}\">{line.Wires.Select(wire => Wire(chart, line, wire, report))}</li>"
            );
        }

        if (chart.Lines.Count > LinesShown)
        {
            html.Write($"<li>and {HtmlText.Whole(chart.Lines.Count - LinesShown)} more</li>");
        }

        html.Write($"</ul><ul class=\"nodes\">");
        foreach (var (index, node) in chart.Nodes.Index().Take(LinesShown))
        {
            html.Write($"<li id=\"{chart.Key}n{index}\">{Node(node, report)}</li>");
        }

        html.Write($"</ul></details>");
    }

    private static Markup Wire(Chart chart, ChartLine line, Wire wire, Report report)
    {
        var because = wire.BrokenBecause is { } why ? (Markup)$" <strong class=\"fail\">{why}</strong>" : null;
        var label = wire.Label.Length > 0 ? (Markup)$" <span class=\"note\">{By(wire).Trim()}</span>" : null;
        return $"""
            <div class="wired{(wire.BrokenBecause is null ? "" : " broken")}"><p><strong>{chart.Nodes[
                line.From
            ].Node.Name}</strong> <span aria-hidden="true">→</span><span class="unseen">to</span> <strong>{chart.Nodes[
                line.To
            ].Node.Name}</strong>{label}{because}</p><ul class="evidence">{HtmlEvidence.Line(wire.FromPlace, report)}{HtmlEvidence.Line(
                wire.ToPlace == wire.FromPlace ? null : wire.ToPlace,
                report
            )}</ul></div>
            """;
    }

    private static Markup Node(ChartNode node, Report report)
    {
        var runs = node.Node.Runs is { } image ? (Markup)$" <span class=\"note\">{image}</span>" : null;
        return $"""
            <p><strong>{node.Node.Name}</strong> <span class="note">{node.Kind}</span>{runs}</p><ul class="evidence">{HtmlEvidence.Line(
                node.Node.Place,
                report
            )}</ul>
            """;
    }

    private static string By(Wire wire) =>
        wire.Label.Length == 0 ? ""
        : wire.Label == "waits for" ? " (waits for it)"
        : $" by {wire.Label}";

    private static string Because(Wire wire) => wire.BrokenBecause is { } why ? ": " + why : "";
}
