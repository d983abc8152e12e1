using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The places of one file where a value stands that is hidden for its name, in order and apart: those of a line are found without looking at the others.</summary>
internal sealed class SecretSpans
{
    private readonly int[] starts;
    private readonly int[] ends;

    public SecretSpans(IEnumerable<SourceSpan> spans)
    {
        List<int> first = [];
        List<int> last = [];
        foreach (var span in spans.Where(span => span.Length > 0).OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            // One that lies in another is hidden with it; two that overlap are one.
            if (last.Count > 0 && span.Start < last[^1])
            {
                last[^1] = Math.Max(last[^1], span.End);
            }
            else
            {
                first.Add(span.Start);
                last.Add(span.End);
            }
        }

        (starts, ends) = ([.. first], [.. last]);
    }

    public SecretArea Area => new(starts is [var first, ..] ? first : 0, ends is [.., var last] ? last : 0, (_, from, to) => In(from, to));

    private IEnumerable<Range> In(int from, int to)
    {
        var at = Array.BinarySearch(ends, from + 1);
        for (at = at < 0 ? ~at : at; at < starts.Length && starts[at] < to; at++)
        {
            yield return starts[at]..ends[at];
        }
    }
}
