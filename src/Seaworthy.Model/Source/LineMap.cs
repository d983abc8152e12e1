namespace Seaworthy.Model.Source;

/// <summary>Where the lines of a text begin: offsets to lines and columns, both counted from 1.</summary>
public sealed class LineMap
{
    private readonly int[] starts;
    private readonly string text;

    // Asked for each finding of a file that may have thousands. Two that count at once count the same.
    private Dictionary<string, int>? alike;

    public LineMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        List<int> found = [0];
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            found.Add(at + 1);
        }

        starts = [.. found];
    }

    public int Count => starts.Length;

    /// <summary>How many lines say the same as one, blanks around them left out.</summary>
    internal int Alike(string line) => (alike ??= CountAlike()).GetValueOrDefault(line);

    /// <summary>The 1-based line that holds an offset; offsets outside the text go to the nearest line.</summary>
    public int LineAt(int offset)
    {
        var index = Array.BinarySearch(starts, Math.Clamp(offset, 0, text.Length));
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The 1-based column of an offset, in UTF-16 code units.</summary>
    public int ColumnAt(int offset) => Math.Clamp(offset, 0, text.Length) - starts[LineAt(offset) - 1] + 1;

    /// <summary>The offset at which a 1-based line begins.</summary>
    public int StartOf(int line) => starts[Math.Clamp(line, 1, starts.Length) - 1];

    /// <summary>The text of a 1-based line without its line break.</summary>
    internal string TextOf(int line)
    {
        var start = StartOf(line);
        var end = line < starts.Length ? starts[line] : text.Length;
        return text[start..end].TrimEnd('\n', '\r');
    }

    private Dictionary<string, int> CountAlike()
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        for (var line = 1; line <= Count; line++)
        {
            var said = TextOf(line).Trim();
            counts[said] = counts.GetValueOrDefault(said) + 1;
        }

        return counts;
    }
}
