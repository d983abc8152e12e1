namespace Seaworthy.Model.Source;

/// <summary>
/// Text that is inside a file in another form (a YAML block scalar, a JSON string, a folded line): its own characters, and where each came from.
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

    /// <summary>A stretch of this text as a text of its own.</summary>
    public MappedText Slice(int start, int length)
    {
        List<MappedSegment> segments = [new(0, Place(start))];
        for (var index = SegmentAt(start) + 1; index < Segments.Count && Segments[index].Offset < start + length; index++)
        {
            segments.Add(new MappedSegment(Segments[index].Offset - start, Segments[index].Source));
        }

        return new MappedText(Text.Substring(start, length), File, segments);
    }

    /// <summary>Without blanks at both ends.</summary>
    public MappedText Trim()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        return Slice(start, Text.AsSpan(start).TrimEnd().Length);
    }

    private int Place(int offset) =>
        Segments.Count == 0 ? offset : Segments[SegmentAt(offset)].Source + (offset - Segments[SegmentAt(offset)].Offset);

    private int SegmentAt(int offset)
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

        return low;
    }
}
