using Seaworthy.Engine.Wiring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>All wires from one node to another: one line is drawn for them.</summary>
/// <param name="From">Number of a node.</param>
/// <param name="To">Number of a node.</param>
internal sealed record ChartLine(int From, int To, IReadOnlyList<Wire> Wires)
{
    private const int LabelLength = 20;

    public bool IsBroken => Wires.Any(wire => wire.BrokenBecause is not null);

    /// <summary>What the gravest of them goes by, and how many more there are.</summary>
    public string Label
    {
        get
        {
            var chosen = Wires.FirstOrDefault(wire => wire.BrokenBecause is not null) ?? Wires[0];
            var text = Quote.Text(chosen.Label);
            var cut = text.Length > LabelLength ? text[..(LabelLength - 1)].TrimEnd() + "…" : text;
            return (chosen.BrokenBecause is null ? "" : "✕ ") + cut + (Wires.Count > 1 ? $" +{HtmlText.Whole(Wires.Count - 1)}" : "");
        }
    }
}
