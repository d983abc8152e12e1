using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Who reaches whom, one picture for each target.</summary>
internal static class HtmlWiring
{
    private const int OpenAtFirst = 2;

    public static IReadOnlyList<Chart> Charts(Report report) =>
        [.. WiringChart.Of(WiringGraph.Of(report.Deployment, report.Findings)).Select((wiring, index) => new Chart(wiring, index))];

    public static void Write(IReadOnlyList<Chart> charts, Report report, HtmlWriter html)
    {
        if (charts.Count == 0)
        {
            return;
        }

        html.Write($"<section id=\"wiring\" aria-labelledby=\"wiring-title\"><h2 id=\"wiring-title\">Wiring</h2>");
        html.Write(
            $"<p class=\"lead\">Which service calls which, by which variable, port or path. Choose a box or a line to see the lines of code at both ends.</p>"
        );
        html.Write(
            $"<ul class=\"legend\"><li class=\"entry\">published port or host</li><li class=\"service\">workload</li><li class=\"store\">store</li><li class=\"outside\">host outside</li><li class=\"missing\">no such host</li><li class=\"broken\">✕ broken wire</li></ul>"
        );
        foreach (var (index, chart) in charts.Index())
        {
            Write(chart, isOpen: index < OpenAtFirst || chart.Wiring.Broken > 0, report, html);
        }

        html.Write($"</section>");
    }

    private static void Write(Chart chart, bool isOpen, Report report, HtmlWriter html)
    {
        var workloads = chart.Nodes.Count(node => node.Node.Kind is WireNodeKind.Service or WireNodeKind.Store);
        var broken = chart.Wiring.Broken > 0 ? (Markup)$", <strong class=\"fail\">{chart.Wiring.Broken} broken</strong>" : null;
        html.Write(
            $"""
            <details class="target card"{(isOpen ? (Markup)$" open" : null)} data-chart="{chart.Key}">
            <summary><h3>{chart.Wiring.Target}</h3> <span class="note">{HtmlText.Count(workloads, "workload")}, {HtmlText.Count(
                chart.Wiring.Wires.Count,
                "wire"
            )}{broken}</span></summary>
            """
        );
        html.Write(
            chart.Drawing is { } drawing
                ? $"""
                <p class="hint note" hidden>Larger than its frame: scroll inside the picture, or choose Fit.</p>
                <div class="canvas" tabindex="0" role="region" aria-label="Picture of {chart.Wiring.Target}">{ChartPicture.Of(
                    chart,
                    drawing
                )}</div>
                <div class="chosen" role="status" hidden></div>
                """
                : (Markup)$"<p class=\"note\">Too large for a picture; see the list in words.</p>"
        );
        ChartWords.Write(chart, report, html);
        html.Write($"</details>");
    }
}
