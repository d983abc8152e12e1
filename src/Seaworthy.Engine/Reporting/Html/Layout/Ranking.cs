namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>In which column each box stands, so that arrows point to the right; those that close a circle point back.</summary>
/// <param name="Columns">By the number of the box.</param>
/// <param name="IsBackward">By the number of the arrow.</param>
internal sealed record Ranking(IReadOnlyList<int> Columns, IReadOnlyList<bool> IsBackward)
{
    /// <remarks>Source: Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981), steps 1 and 2; columns by the longest path.</remarks>
    public static Ranking Of(int boxes, IReadOnlyList<Arrow> arrows)
    {
        Descent descent = new(boxes, arrows);
        var forward = arrows.Select((arrow, index) => descent.IsBackward[index] ? new Arrow(arrow.To, arrow.From) : arrow).ToList();
        var leaving = forward.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var columns = new int[boxes];
        foreach (var box in descent.Order)
        {
            foreach (var next in leaving[box])
            {
                columns[next] = Math.Max(columns[next], columns[box] + 1);
            }
        }

        // Who is reached by nobody stands beside those it reaches.
        var reached = forward.Select(arrow => arrow.To).ToHashSet();
        foreach (var box in descent.Order.Where(box => !reached.Contains(box) && leaving[box].Any()))
        {
            columns[box] = leaving[box].Min(next => columns[next]) - 1;
        }

        return new Ranking(columns, descent.IsBackward);
    }
}
