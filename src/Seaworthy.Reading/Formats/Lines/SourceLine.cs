using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Lines;

/// <summary>A line of a file without its line break, and where it begins.</summary>
internal readonly record struct SourceLine(SourceFile File, int Start, string Text)
{
    /// <summary>The line from its first to its last character that is not blank.</summary>
    public SourceSpan Span
    {
        get
        {
            var blank = Text.Length - Text.AsSpan().TrimStart().Length;
            return new SourceSpan(File, Start + blank, Text.AsSpan().Trim().Length);
        }
    }

    /// <summary>The text without the blanks around it.</summary>
    public string Trimmed => Text.Trim();

    /// <summary>How many blanks or tabs stand before the text.</summary>
    public int Indent => Text.Length - Text.AsSpan().TrimStart().Length;

    /// <summary>The lines of a file, one by one.</summary>
    public static IEnumerable<SourceLine> Of(SourceFile file)
    {
        var text = file.Text;
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;
            yield return new SourceLine(file, start, text.Substring(start, length));
            start = end + 1;
        }
    }

    /// <summary>The place of a stretch of this line.</summary>
    public SourceSpan Part(int at, int length) => new(File, Start + at, length);

    /// <summary>A stretch of this line, trimmed, with its place; null when nothing but blanks is left.</summary>
    public Fact<string>? FactOf(int from, int to)
    {
        from = Math.Clamp(from, 0, Text.Length);
        to = Math.Clamp(to, from, Text.Length);
        while (from < to && char.IsWhiteSpace(Text[from]))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(Text[to - 1]))
        {
            to--;
        }

        return to > from ? new Fact<string>(Text[from..to], Part(from, to - from)) : null;
    }
}
