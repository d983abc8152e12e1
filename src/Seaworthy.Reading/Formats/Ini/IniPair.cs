using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Ini;

/// <summary>A key and the lines of its value.</summary>
internal sealed class IniPair(string key, SourceSpan keySpan)
{
    private readonly List<TextRange> lines = [];
    private string separator = "\n";

    public string Key { get; } = key;

    public SourceSpan KeySpan { get; } = keySpan;

    /// <summary>The value, or its next line.</summary>
    public void Continue(int start, int end) => lines.Add(new(start, end));

    /// <summary>The next line of a value whose last line ends with a backslash: one line for the reader of the value.</summary>
    public void Join(int start, int end)
    {
        if (lines is [.., var last])
        {
            lines[^1] = last with { End = last.End - 1 };
        }

        separator = " ";
        lines.Add(new(start, end));
    }

    public NodeEntry Freeze()
    {
        var file = KeySpan.File;
        if (lines.Count == 0)
        {
            return new NodeEntry(Key, new ScalarNode("", false, new SourceSpan(file, KeySpan.End, 0)) { IsNull = true }, KeySpan);
        }

        SourceSpan span = new(file, lines[0].Start, lines[^1].End - lines[0].Start);
        var value = string.Join(separator, lines.Select(line => file.Text[line.Start..line.End].TrimEnd()));
        return new NodeEntry(Key, new ScalarNode(value, false, span) { Map = () => Map(value) }, KeySpan);
    }

    private MappedText Map(string value)
    {
        List<MappedSegment> segments = [];
        var offset = 0;
        foreach (var (start, end) in lines)
        {
            segments.Add(new MappedSegment(offset, start));
            offset += KeySpan.File.Text.AsSpan(start, end - start).TrimEnd().Length + separator.Length;
        }

        return new MappedText(value, KeySpan.File, segments);
    }
}
