using Seaworthy.Engine.Reporting.Html.Layout;
using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>One target's wiring as it is drawn. Who is wired to nobody stands in rows below the rest.</summary>
internal sealed class Chart
{
    private const int Gap = 150;
    private const int RowWidth = 900;
    private const int RowGap = 16;

    public Chart(WiringChart wiring, int number)
    {
        (Wiring, Key) = (wiring, $"t{HtmlText.Whole(number)}");
        var wired = wiring.Wires.SelectMany(wire => new[] { wire.From, wire.To }).ToHashSet(StringComparer.Ordinal);
        var ordered = wiring.Nodes.Where(node => wired.Contains(node.Id)).Concat(wiring.Nodes.Where(node => !wired.Contains(node.Id)));
        Nodes = [.. ordered.Select(node => new ChartNode(node, wiring.Target))];
        var numbers = Nodes.Index().ToDictionary(node => node.Item.Node.Id, node => node.Index, StringComparer.Ordinal);
        Lines =
        [
            .. wiring
                .Wires.GroupBy(wire => new { wire.From, wire.To })
                .Select(same => new ChartLine(numbers[same.Key.From], numbers[same.Key.To], [.. same])),
        ];
        Drawing = Nodes.Count <= LayeredLayout.MostBoxes ? Draw(wired.Count) : null;
    }

    public WiringChart Wiring { get; }

    /// <summary>What the identities of its parts in the page begin with.</summary>
    public string Key { get; }

    public IReadOnlyList<ChartNode> Nodes { get; }

    public IReadOnlyList<ChartLine> Lines { get; }

    /// <summary>Null for what is too much for a picture.</summary>
    public Drawing? Drawing { get; }

    private Drawing? Draw(int wired)
    {
        if (wired == 0)
        {
            return InRows(new Drawing(0, -RowGap, [], []));
        }

        var arrows = Lines.Select(line => new Arrow(line.From, line.To)).ToList();
        return LayeredLayout.Place([.. Nodes.Take(wired).Select(node => node.Size)], arrows, Gap) is { } drawing ? InRows(drawing) : null;
    }

    private Drawing InRows(Drawing drawing)
    {
        List<Box> boxes = [.. drawing.Boxes];
        var (x, y, width) = (0, drawing.Height + RowGap, drawing.Width);
        foreach (var size in Nodes.Skip(boxes.Count).Select(node => node.Size))
        {
            if (x > 0 && x + size.Width > Math.Max(RowWidth, drawing.Width))
            {
                (x, y) = (0, y + 48 + RowGap);
            }

            boxes.Add(new Box(x, y, size.Width, size.Height));
            width = Math.Max(width, x + size.Width);
            x += size.Width + RowGap;
        }

        return drawing with
        {
            Width = width,
            Height = boxes.Max(box => box.Bottom),
            Boxes = boxes,
        };
    }
}
