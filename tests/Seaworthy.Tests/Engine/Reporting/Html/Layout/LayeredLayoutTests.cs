using Seaworthy.Engine.Reporting.Html.Layout;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting.Html.Layout;

public sealed class LayeredLayoutTests
{
    private const int Gap = 100;

    [Fact]
    public void Arrows_run_to_the_right_and_no_boxes_touch()
    {
        var (boxes, arrows) = Sample(30, seed: 1);

        var drawing = Placed(boxes, arrows);

        Assert.All(arrows.Index(), arrow => Assert.True(Runs(drawing, arrow.Item, drawing.Routes[arrow.Index])));
        Assert.All(Pairs(drawing.Boxes), pair => Assert.False(pair.One.Meets(pair.Other)));
        Assert.All(
            drawing.Boxes,
            box => Assert.True(box is { X: >= 0, Y: >= 0 } && box.Right <= drawing.Width && box.Bottom <= drawing.Height)
        );
    }

    [Fact]
    public void A_circle_is_drawn_with_one_arrow_that_points_back()
    {
        var drawing = Placed(Boxes(3), [new(0, 1), new(1, 2), new(2, 0)]);

        Assert.Equal([false, false, true], drawing.Routes.Select(route => route.IsBackward));
        Assert.Equal(drawing.Boxes[0].Right, drawing.Routes[2].Tip.X);
    }

    [Fact]
    public void Who_is_reached_by_nobody_stands_beside_whom_it_reaches()
    {
        // 0 → 1 → 2 → 3, and 4 → 3 as a port of its own.
        var drawing = Placed(Boxes(5), [new(0, 1), new(1, 2), new(2, 3), new(4, 3)]);

        Assert.Equal(drawing.Boxes[2].X, drawing.Boxes[4].X);
    }

    [Fact]
    public void A_line_that_passes_a_column_goes_round_its_boxes()
    {
        var drawing = Placed(Boxes(3), [new(0, 1), new(1, 2), new(0, 2)]);

        Assert.All(
            drawing.Routes[2].Spots.Where(spot => spot.X >= drawing.Boxes[1].X && spot.X <= drawing.Boxes[1].Right),
            spot => Assert.False(spot.Y >= drawing.Boxes[1].Y && spot.Y <= drawing.Boxes[1].Bottom)
        );
        Assert.Equal(4, drawing.Routes[2].Spots.Count);
    }

    [Fact]
    public void Lines_that_need_not_cross_do_not()
    {
        // Written so that 0 → 5, 1 → 4, 2 → 3 would all cross.
        Columns columns = new(Boxes(6), [new(0, 5), new(1, 4), new(2, 3)], Ranking.Of(6, [new(0, 5), new(1, 4), new(2, 3)]));
        Assert.Equal(3, CrossingReduction.Crossings(columns));

        CrossingReduction.Apply(columns);

        Assert.Equal(0, CrossingReduction.Crossings(columns));
    }

    [Fact]
    public void The_same_is_placed_the_same()
    {
        var (boxes, arrows) = Sample(60, seed: 7);

        Assert.Equal(Placed(boxes, arrows).Boxes, Placed(boxes, arrows).Boxes);
    }

    [Fact]
    public void What_is_too_much_for_a_picture_is_refused_and_two_hundred_boxes_are_not()
    {
        var (boxes, arrows) = Sample(200, seed: 3);

        Assert.NotNull(LayeredLayout.Place(boxes, arrows, Gap));
        Assert.Null(LayeredLayout.Place(Boxes(LayeredLayout.MostBoxes + 1), [], Gap));
        // A chain with an arrow from its head to each: its lines would need 60,000 places.
        Assert.Null(
            LayeredLayout.Place(
                Boxes(350),
                [.. Enumerable.Range(1, 349).SelectMany(to => new Arrow[] { new(to - 1, to), new(0, to) })],
                Gap
            )
        );
    }

    [Theory]
    [InlineData(new double[] { 0, 100, 200 }, new double[] { 0, 100, 200 })]
    [InlineData(new double[] { 50, 50 }, new double[] { 45, 55 })]
    [InlineData(new double[] { 30, 10, 100 }, new double[] { 15, 25, 100 })]
    public void Things_in_a_row_stand_as_near_as_they_may_to_where_they_want_to_be(double[] wanted, double[] settled) =>
        Assert.Equal(settled, Spacing.Settle(wanted, [.. wanted.Select(_ => 10.0)]));

    [Fact]
    public void Labels_stand_on_their_line_and_on_nothing_else()
    {
        var drawing = Placed(Boxes(4), [new(0, 2), new(1, 2), new(0, 3)]);
        Labels labels = new(drawing);

        var spots = drawing.Routes.Select(route => labels.Place(route, 40)).OfType<Spot>().ToList();

        Assert.Equal(3, spots.Distinct().Count());
        Assert.All(spots, spot => Assert.DoesNotContain(drawing.Boxes, box => box.Meets(new Box(spot.X - 20, spot.Y - 7, 40, 15))));
        Assert.Null(labels.Place(drawing.Routes[0], 500));
    }

    private static Drawing Placed(IReadOnlyList<BoxSize> boxes, IReadOnlyList<Arrow> arrows)
    {
        var drawing = LayeredLayout.Place(boxes, arrows, Gap);
        Assert.NotNull(drawing);
        return drawing;
    }

    private static IReadOnlyList<BoxSize> Boxes(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new BoxSize(80 + (number % 5 * 10), 40))];

    private static (IReadOnlyList<BoxSize> Boxes, IReadOnlyList<Arrow> Arrows) Sample(int count, int seed)
    {
        Random random = new(seed);
        return (
            Boxes(count),
            [
                .. Enumerable
                    .Range(0, count * 3 / 2)
                    .Select(_ => new Arrow(random.Next(count), random.Next(count)))
                    .Where(arrow => arrow.From != arrow.To)
                    .Distinct(),
            ]
        );
    }

    private static bool Runs(Drawing drawing, Arrow arrow, Route route)
    {
        var (left, right) = route.IsBackward ? (arrow.To, arrow.From) : (arrow.From, arrow.To);
        return drawing.Boxes[left].Right < drawing.Boxes[right].X
            && route.Spots[0] == new Spot(drawing.Boxes[left].Right, route.Spots[0].Y)
            && route.Spots[^1].X == drawing.Boxes[right].X;
    }

    private static IEnumerable<(Box One, Box Other)> Pairs(IReadOnlyList<Box> boxes) =>
        boxes.Index().SelectMany(one => boxes.Skip(one.Index + 1).Select(other => (one.Item, other)));
}
