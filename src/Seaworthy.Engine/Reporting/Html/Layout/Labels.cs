namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Finds room for what is written on lines: on the line itself, over no box and no other label.</summary>
internal sealed class Labels(Drawing drawing)
{
    private const int Height = 15;
    private static readonly double[] Along = [0.5, 0.38, 0.62, 0.28, 0.72, 0.18];

    private readonly List<Box> taken = [.. drawing.Boxes];

    /// <summary>The middle of the label; null when there is no room.</summary>
    public Spot? Place(Route route, int width)
    {
        foreach (var (from, to) in route.Curves.Reverse())
        {
            foreach (var part in Along)
            {
                var spot = On(from, to, part);
                Box box = new(spot.X - (width / 2), spot.Y - (Height / 2), width, Height);
                if (!taken.Exists(box.Meets))
                {
                    taken.Add(box);
                    return spot;
                }
            }
        }

        return null;
    }

    /// <remarks>The cubic Bézier curve whose control points lie halfway, level with the ends.</remarks>
    private static Spot On(Spot from, Spot to, double part)
    {
        var rest = 1 - part;
        var half = (from.X + to.X) / 2.0;
        var (outer, inner) = ((rest * rest * rest, part * part * part), 3 * rest * part);
        var x = (outer.Item1 * from.X) + (inner * half) + (outer.Item2 * to.X);
        var y = ((outer.Item1 + (inner * rest)) * from.Y) + ((outer.Item2 + (inner * part)) * to.Y);
        return new Spot((int)Math.Round(x), (int)Math.Round(y));
    }
}
