namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>How a line runs, from left to right: curved from each odd spot to the next, straight through columns.</summary>
/// <param name="IsBackward">The arrow points to its left end.</param>
internal sealed record Route(IReadOnlyList<Spot> Spots, bool IsBackward)
{
    public Spot Tip => IsBackward ? Spots[0] : Spots[^1];

    /// <summary>The curves that cross the gaps between columns.</summary>
    public IEnumerable<Curve> Curves =>
        Spots.Index().Where(spot => spot.Index % 2 == 0).Select(spot => new Curve(spot.Item, Spots[spot.Index + 1]));
}
