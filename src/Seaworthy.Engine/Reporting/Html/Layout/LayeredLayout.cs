namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Places boxes in columns from left to right, so that arrows run forward, cross little and go round boxes. The same boxes are placed the same everywhere.</summary>
internal static class LayeredLayout
{
    /// <summary>More than these are no picture any more.</summary>
    public const int MostBoxes = 400;

    private const int MostPlaces = 4000;
    private const int MostArrows = 2000;
    private const int Rounds = 8;
    private const int ThreadHeight = 10;
    private const int RowGap = 16;

    /// <param name="boxes">What is to be placed.</param>
    /// <param name="arrows">Who points to whom: no box to itself.</param>
    /// <param name="gap">The width between columns: labels stand there.</param>
    /// <returns>Null when there is too much of it for a picture.</returns>
    public static Drawing? Place(IReadOnlyList<BoxSize> boxes, IReadOnlyList<Arrow> arrows, int gap)
    {
        if (boxes.Count is 0 or > MostBoxes || arrows.Count > MostArrows)
        {
            return null;
        }

        var ranking = Ranking.Of(boxes.Count, arrows);
        Columns columns = new(boxes, arrows, ranking);
        if (columns.Places > MostPlaces)
        {
            return null;
        }

        CrossingReduction.Apply(columns);
        return Draw(boxes, columns, ranking, Heights(boxes, columns), gap);
    }

    // The middle of every place: drawn to its neighbours on both sides in turn.
    private static double[] Heights(IReadOnlyList<BoxSize> boxes, Columns columns)
    {
        var middle = new double[columns.Places];
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var column in round % 2 == 0 ? columns.All : columns.All.Reverse())
            {
                var apart = column.Select((place, index) => index == 0 ? 0 : Apart(column[index - 1], place)).ToList();
                var wanted = column.Select(place => Wanted(place, round)).ToList();
                var settled = Spacing.Settle(wanted, apart);
                foreach (var (index, place) in column.Index())
                {
                    middle[place] = settled[index];
                }
            }
        }

        return middle;

        double Apart(int above, int below) => ((Height(above) + Height(below)) / 2.0) + RowGap;

        double Height(int place) => columns.IsBox(place) ? boxes[place].Height : ThreadHeight;

        double Wanted(int place, int round)
        {
            IReadOnlyList<int> near =
                round == Rounds ? [.. columns.Before(place), .. columns.After(place)]
                : round % 2 == 0 ? columns.Before(place)
                : columns.After(place);
            return near.Count > 0 ? near.Average(one => middle[one]) : middle[place];
        }
    }

    private static Drawing Draw(IReadOnlyList<BoxSize> boxes, Columns columns, Ranking ranking, double[] middle, int gap)
    {
        var left = new int[columns.Places];
        var right = new int[columns.Places];
        var x = 0;
        foreach (var column in columns.All)
        {
            var width = column.Where(columns.IsBox).Select(place => boxes[place].Width).DefaultIfEmpty(0).Max();
            foreach (var place in column)
            {
                (left[place], right[place]) = (x, x + (columns.IsBox(place) ? boxes[place].Width : width));
            }

            x += width + gap;
        }

        var top = middle.Select((at, place) => at - ((columns.IsBox(place) ? boxes[place].Height : ThreadHeight) / 2.0)).Min();
        var height = middle.Select((at, place) => at - top + ((columns.IsBox(place) ? boxes[place].Height : ThreadHeight) / 2.0)).Max();
        return new Drawing(
            x - gap,
            (int)Math.Ceiling(height),
            [.. boxes.Select((box, index) => new Box(left[index], Round(middle[index] - top - (box.Height / 2.0)), box.Width, box.Height))],
            [.. columns.Passes.Select((passes, index) => new Route(Spots(passes), ranking.IsBackward[index]))]
        );

        // Out of the one on the right, in to the next on the left.
        IReadOnlyList<Spot> Spots(IReadOnlyList<int> passes) =>
            [.. passes.Zip(passes.Skip(1), (one, next) => new[] { At(right, one), At(left, next) }).SelectMany(ends => ends)];

        Spot At(int[] side, int place) => new(side[place], Round(middle[place] - top));
    }

    private static int Round(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
