using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats;

/// <summary>Puts a text together from stretches of a file and replacements for others, keeping every character's place.</summary>
internal sealed class MappedTextBuilder(SourceFile file)
{
    private readonly StringBuilder text = new();
    private readonly List<MappedSegment> segments = [];

    /// <summary>A stretch of the file as it is.</summary>
    public void Copy(int start, int end)
    {
        if (end > start)
        {
            Place(start);
            text.Append(file.Text, start, end - start);
        }
    }

    /// <summary>Text that stands for something else in the file: every character of it points there.</summary>
    public void Replace(ReadOnlySpan<char> replacement, int source)
    {
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

    public MappedText Build() => new(text.ToString(), file, segments);

    private void Place(int source)
    {
        if (segments.Count == 0 || segments[^1].Source + (text.Length - segments[^1].Offset) != source)
        {
            segments.Add(new MappedSegment(text.Length, source));
        }
    }
}
