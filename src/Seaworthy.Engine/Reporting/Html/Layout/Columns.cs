namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>Boxes in their columns. Where a line crosses a column it has a place of its own there, so that no box stands in its way.</summary>
internal sealed class Columns
{
    private readonly List<List<int>> columns = [];
    private readonly List<List<int>> before = [];
    private readonly List<List<int>> after = [];
    private readonly int boxes;

    public Columns(IReadOnlyList<BoxSize> sizes, IReadOnlyList<Arrow> arrows, Ranking ranking)
    {
        boxes = sizes.Count;
        columns.AddRange(Enumerable.Range(0, ranking.Columns.Max() + 1).Select(_ => new List<int>()));
        foreach (var column in ranking.Columns)
        {
            Add(column);
        }

        Passes = [.. arrows.Select((arrow, index) => Thread(arrow, ranking, ranking.IsBackward[index]))];
    }

    /// <summary>The places of each column, from the top.</summary>
    public IReadOnlyList<List<int>> All => columns;

    /// <summary>For each arrow, the places through which it passes from left to right; the first and the last are its boxes.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Passes { get; }

    public int Places => before.Count;

    public bool IsBox(int place) => place < boxes;

    /// <summary>Who is joined to a place in the column to its left.</summary>
    public IReadOnlyList<int> Before(int place) => before[place];

    /// <summary>Who is joined to a place in the column to its right.</summary>
    public IReadOnlyList<int> After(int place) => after[place];

    private int Add(int column)
    {
        var place = before.Count;
        before.Add([]);
        after.Add([]);
        columns[column].Add(place);
        return place;
    }

    private List<int> Thread(Arrow arrow, Ranking ranking, bool isBackward)
    {
        var (left, right) = isBackward ? (arrow.To, arrow.From) : (arrow.From, arrow.To);
        List<int> passes = [left];
        for (var column = ranking.Columns[left] + 1; column < ranking.Columns[right]; column++)
        {
            passes.Add(Add(column));
        }

        passes.Add(right);
        for (var index = 1; index < passes.Count; index++)
        {
            after[passes[index - 1]].Add(passes[index]);
            before[passes[index]].Add(passes[index - 1]);
        }

        return passes;
    }
}
