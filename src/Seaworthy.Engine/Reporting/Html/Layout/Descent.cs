namespace Seaworthy.Engine.Reporting.Html.Layout;

/// <summary>A walk down all arrows, from those that nothing points to.</summary>
internal sealed class Descent
{
    private readonly ILookup<int, Way> leaving;
    private readonly bool[] isBackward;
    private readonly bool[] isSeen;
    private readonly bool[] isOpen;
    private readonly List<int> finished = [];

    public Descent(int boxes, IReadOnlyList<Arrow> arrows)
    {
        leaving = arrows
            .Select((arrow, index) => new { arrow.From, Way = new Way(arrow.To, index) })
            .ToLookup(pair => pair.From, pair => pair.Way);
        isBackward = new bool[arrows.Count];
        (isSeen, isOpen) = (new bool[boxes], new bool[boxes]);
        var reached = arrows.Select(arrow => arrow.To).ToHashSet();
        foreach (var box in Enumerable.Range(0, boxes).OrderBy(box => reached.Contains(box) ? 1 : 0))
        {
            Visit(box);
        }

        finished.Reverse();
    }

    /// <summary>The arrows that lead back to where the walk came from.</summary>
    public IReadOnlyList<bool> IsBackward => isBackward;

    /// <summary>Every box before those it points to, but for the arrows that lead back.</summary>
    public IReadOnlyList<int> Order => finished;

    // As deep as there are boxes at most, and of those there are few (LayeredLayout.MostBoxes).
    private void Visit(int box)
    {
        if (isSeen[box])
        {
            return;
        }

        (isSeen[box], isOpen[box]) = (true, true);
        foreach (var (to, arrow) in leaving[box])
        {
            isBackward[arrow] = isOpen[to];
            Visit(to);
        }

        isOpen[box] = false;
        finished.Add(box);
    }

    private sealed record Way(int To, int Arrow);
}
