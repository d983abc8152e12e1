using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Grouping;

/// <summary>The steps of one file by where they stand. They may overlap, as a step of a pipeline may be the whole of a script; the first of those around a place is found without a look at the others.</summary>
internal sealed class StepPlaces
{
    // Between one of these places and the next, the same step is the first around; null for none.
    private readonly List<int> starts = [];
    private readonly List<SourceSpan?> around = [];

    /// <param name="steps">In the order in which they are asked.</param>
    public StepPlaces(IEnumerable<SourceSpan> steps)
    {
        var spans = steps.Where(span => span.Length > 0).ToArray();
        var byStart = Enumerable.Range(0, spans.Length).OrderBy(at => spans[at].Start).ToArray();
        PriorityQueue<int, int> open = new();
        var next = 0;
        foreach (var place in spans.SelectMany(span => new[] { span.Start, span.End }).Distinct().Order())
        {
            for (; next < byStart.Length && spans[byStart[next]].Start <= place; next++)
            {
                open.Enqueue(byStart[next], byStart[next]);
            }

            while (open.TryPeek(out var first, out _) && spans[first].End <= place)
            {
                open.Dequeue();
            }

            starts.Add(place);
            around.Add(open.TryPeek(out var best, out _) ? spans[best] : null);
        }
    }

    public SourceSpan? Around(int place)
    {
        var at = starts.BinarySearch(place);
        var last = at >= 0 ? at : ~at - 1;
        return last >= 0 ? around[last] : null;
    }
}
