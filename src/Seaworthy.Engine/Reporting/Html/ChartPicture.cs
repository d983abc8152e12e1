using Seaworthy.Engine.Reporting.Html.Layout;
using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>A chart as SVG: every node and every line is a link to where it is said in words.</summary>
internal static class ChartPicture
{
    private const int Margin = 12;
    private const int LetterWidth = 6;
    private const int Tip = 7;

    public static Markup Of(Chart chart, Drawing drawing)
    {
        Labels labels = new(drawing);
        // The broken ones are drawn last, over the others, and first find room for what is written on them.
        var lines = chart
            .Lines.Index()
            .OrderByDescending(line => line.Item.IsBroken ? 1 : 0)
            .Select(line => Line(chart, line.Index, line.Item, drawing.Routes[line.Index], labels))
            .Reverse();
        var nodes = chart.Nodes.Index().Select(node => Node(chart, node.Index, node.Item, drawing.Boxes[node.Index]));
        return $"""
            <svg class="chart" role="group" aria-label="Wiring of {chart.Wiring.Target}" width="{drawing.Width
                + (2 * Margin)}" height="{drawing.Height + (2 * Margin)}" viewBox="{-Margin} {-Margin} {drawing.Width
                + (2 * Margin)} {drawing.Height + (2 * Margin)}">{lines}{nodes}</svg>
            """;
    }

    private static Markup Line(Chart chart, int index, ChartLine line, Route route, Labels labels)
    {
        var path = Path(route);
        var label =
            line.Label.Length > 0 && labels.Place(route, (line.Label.Length * LetterWidth) + 6) is { } spot
                ? (Markup)$"<text x=\"{spot.X}\" y=\"{spot.Y}\">{new Masked(line.Label)}</text>"
                : null;
        return $"""
            <a class="line{(
                line.IsBroken ? " broken" : ""
            )}" href="#{chart.Key}l{index}" tabindex="-1" data-from="{line.From}" data-to="{line.To}"><title>{ChartWords.Title(
                chart,
                line
            )}</title><path class="hit" d="{path}"/><path class="run" d="{path}"/><path class="tip" d="{Head(route)}"/>{label}</a>
            """;
    }

    private static string Path(Route route) =>
        string.Join(
            ' ',
            route.Curves.Select(
                (curve, index) =>
                {
                    var half = (curve.From.X + curve.To.X) / 2;
                    return FormattableString.Invariant(
                        $"{(index == 0 ? 'M' : 'L')}{curve.From.X} {curve.From.Y}C{half} {curve.From.Y} {half} {curve.To.Y} {curve.To.X} {curve.To.Y}"
                    );
                }
            )
        );

    private static string Head(Route route)
    {
        var (x, y) = (route.Tip.X, route.Tip.Y);
        var back = route.IsBackward ? x + Tip : x - Tip;
        return FormattableString.Invariant($"M{back} {y - 4}L{x} {y}L{back} {y + 4}z");
    }

    private static Markup Node(Chart chart, int index, ChartNode node, Box box)
    {
        var middle = box.X + (box.Width / 2);
        var below = node.Below is { } said
            ? (Markup)$"<text class=\"runs\" x=\"{middle}\" y=\"{box.Middle + 12}\">{new Masked(said)}</text>"
            : null;
        return $"""
            <a class="node {KindOf(
                node.Node.Kind
            )}" href="#{chart.Key}n{index}" data-node="{index}" aria-label="{node.Kind} {node.Node.Name}"><title>{node.Kind} {node.Node.Name}</title>{Shape(
                node.Node.Kind,
                box
            )}<text x="{middle}" y="{box.Middle - (below is null ? 0 : 6)}">{new Masked(node.Name)}{(
                node.Node.Kind == WireNodeKind.Missing ? "?" : ""
            )}</text>{below}</a>
            """;
    }

    private static string KindOf(WireNodeKind kind) =>
        kind switch
        {
            WireNodeKind.Service => "service",
            WireNodeKind.Store => "store",
            WireNodeKind.Entry => "entry",
            WireNodeKind.Outside => "outside",
            _ => "missing",
        };

    private static Markup Shape(WireNodeKind kind, Box box) =>
        kind == WireNodeKind.Store
            ? (Markup)
                $"<path class=\"shape\" d=\"M{box.X} {box.Y + 5}v{box.Height - 10}a{box.Width / 2} 5 0 0 0 {box.Width} 0v{10 - box.Height}\"/><ellipse class=\"shape\" cx=\"{box.X + (box.Width / 2)}\" cy=\"{box.Y + 5}\" rx=\"{box.Width / 2}\" ry=\"5\"/>"
            : $"<rect class=\"shape\" x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" rx=\"{(kind == WireNodeKind.Entry ? box.Height / 2 : 6)}\"/>";
}
