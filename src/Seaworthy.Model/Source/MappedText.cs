namespace Seaworthy.Model.Source;

/// <summary>
/// Text that stands inside a file in another form (a YAML block scalar, a JSON string, a folded line): its own characters, and where each came from.
/// <paramref name="Segments"/> are ordered by <c>Offset</c>: from that offset on, characters lie one to one from <c>Source</c> in the file.
/// </summary>
public sealed record MappedText(string Text, SourceFile File, IReadOnlyList<MappedSegment> Segments)
{
    public static MappedText Of(SourceFile file) =>
        new((file ?? throw new ArgumentNullException(nameof(file))).Text, file, [new MappedSegment(0, 0)]);

    public static MappedText Of(SourceSpan span) => new(span.Text, span.File, [new MappedSegment(0, span.Start)]);

    /// <summary>The place in the file of a stretch of this text.</summary>
    public SourceSpan Span(int start, int length)
    {
        var from = Math.Clamp(Place(start), 0, File.Text.Length);
        var to = length == 0 ? from : Math.Clamp(Place(start + length - 1) + 1, from, File.Text.Length);
        return new SourceSpan(File, from, to - from);
    }

    private int Place(int offset)
    {
        int low = 0,
            high = Segments.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Segments[middle].Offset <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Segments.Count == 0 ? offset : Segments[low].Source + (offset - Segments[low].Offset);
    }
}
