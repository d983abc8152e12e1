namespace Seaworthy.Model.Source;

/// <summary>A place: <paramref name="Length"/> UTF-16 code units from <paramref name="Start"/> in a file. Length 0 at offset 0 means the whole file.</summary>
/// <remarks>A class, though small: the framework's generic code over structures of ours is compiled on first use, which cost an audit more than the objects do (bench/README.md).</remarks>
public sealed record SourceSpan(SourceFile File, int Start, int Length)
{
    public int End => Start + Length;

    public bool IsWholeFile => Start == 0 && Length == 0;

    public int StartLine => File.Lines.LineAt(Start);

    public int StartColumn => File.Lines.ColumnAt(Start);

    public int EndLine => File.Lines.LineAt(End);

    public int EndColumn => File.Lines.ColumnAt(End);

    internal string Text => File.Text.Substring(Start, Length);

    /// <summary>The first line of the place, trimmed, as a report quotes it.</summary>
    internal string Line => File.Lines.TextOf(StartLine).Trim();

    /// <summary>The first line of the place, for a message.</summary>
    public Quotation Quote => new(Line);

    /// <summary>The first line of the place as a pattern for a command that looks for it: it is not found any more once the line was changed.</summary>
    public Quotation Sought => new(SoughtText.Pattern(Line));

    /// <summary>How many lines of the file are like the first line of the place, itself among them.</summary>
    public int Alike => File.Lines.Alike(Line);

    /// <summary>
    /// What stands before the place on its line, from the name on, and the two characters of it that a report shows as well: enough to find a secret again without telling it.
    /// Null where nothing stands before it.
    /// </summary>
    public Quotation? Lead => SoughtText.Lead(File.Text, Start, End) is { } lead ? new Quotation(lead) : null;

    /// <summary>The whole place as it is written, trimmed, for a message.</summary>
    public Quotation Written => new(Text.Trim());

    /// <summary>A name is at the place: that of a file, a path, a variable, an image.</summary>
    public bool Mentions(string name) => Whole.Contains(name, StringComparison.Ordinal);

    /// <summary>Where in the place a name stands first; null where it does not.</summary>
    public SourceSpan? PlaceOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Whole.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at ? new SourceSpan(File, Start + at, name.Length) : null;
    }

    private ReadOnlySpan<char> Whole => File.Text.AsSpan(Start, Length);

    /// <summary>Another place lies in this one.</summary>
    public bool Holds(SourceSpan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return File == other.File && Start <= other.Start && other.End <= End;
    }

    /// <summary>The smallest place that holds both; both must be in one file.</summary>
    public SourceSpan To(SourceSpan other) =>
        new(File, Math.Min(Start, other.Start), Math.Max(End, other.End) - Math.Min(Start, other.Start));

    public override string ToString() => IsWholeFile ? File.Path : $"{File.Path}:{StartLine}";
}
