using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats;

/// <summary>Puts a text together from stretches of another and replacements for the rest, keeping every character's place in the file.</summary>
internal sealed class MappedTextBuilder(MappedText origin)
{
    private readonly StringBuilder text = new();
    private readonly List<MappedSegment> segments = [];

    public MappedTextBuilder(SourceFile file)
        : this(MappedText.Of(file)) { }

    /// <summary>A stretch of the original as it is.</summary>
    public void Copy(int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            var source = origin.Span(at, 0).Start;
            if (segments.Count == 0 || segments[^1].Source + (text.Length - segments[^1].Offset) != source)
            {
                segments.Add(new MappedSegment(text.Length, source));
            }

            text.Append(origin.Text[at]);
        }
    }

    /// <summary>Text that stands for something else in the original: every character of it points there.</summary>
    public void Replace(ReadOnlySpan<char> replacement, int at)
    {
        var source = origin.Span(at, 0).Start;
        foreach (var character in replacement)
        {
            segments.Add(new MappedSegment(text.Length, source));
            text.Append(character);
        }
    }

    /// <summary>A stretch of another mapped text of the same file.</summary>
    public void Append(MappedText piece)
    {
        foreach (var segment in piece.Segments)
        {
            segments.Add(segment with { Offset = segment.Offset + text.Length });
        }

        text.Append(piece.Text);
    }

    public MappedText Build() => new(text.ToString(), origin.File, segments);
}
