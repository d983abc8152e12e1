namespace Seaworthy.Model.Source;

/// <summary>
/// A text file of the repository: its path, relative to the root with <c>/</c>, and its text. Only readers see the text, and what joins and reports; to rules it answers what names it holds,
/// and whatever else they look for is a fact of its artifact.
/// </summary>
public sealed class SourceFile(string path, string text)
{
    private LineMap? lines;

    public string Path { get; } = path;

    internal string Text { get; } = text;

    /// <summary>Nothing is in it, or nobody read it: there is no line to quote.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>The last part of the path.</summary>
    public string Name { get; } = path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The directory the file is in, without a trailing slash; empty at the root.</summary>
    public string Directory { get; } = path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    /// <summary>Built on first use: most files are read without anybody asking for a line.</summary>
    public LineMap Lines => lines ??= new LineMap(Text);

    /// <summary>The whole file as a place, for statements about a file rather than a line of it.</summary>
    public SourceSpan Whole => new(this, 0, 0);

    /// <summary>It lies in a directory or below; everything lies below the root, which is the empty name.</summary>
    public bool IsBelow(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        return directory.Length == 0
            || (Path.StartsWith(directory, StringComparison.Ordinal) && Path.AsSpan(directory.Length) is ['/', ..]);
    }

    /// <summary>A name is in it, wherever and in whatever sense: that of a file, a path, a variable, an image.</summary>
    public bool Mentions(string name) => Mentions(name, StringComparison.Ordinal);

    /// <inheritdoc cref="Mentions(string)"/>
    public bool Mentions(string name, StringComparison comparison) => Text.Contains(name, comparison);

    /// <summary>Both hold the same text, but for what is blank at either end.</summary>
    public bool SaysTheSameAs(SourceFile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Text.AsSpan().Trim().SequenceEqual(other.Text.AsSpan().Trim());
    }

    /// <summary>Where a name of a variable, a module or a function stands whole.</summary>
    public IEnumerable<int> PlacesOf(string identifier) => WholeWords.Find(Text, identifier, WholeWords.IsOfIdentifier);

    public override string ToString() => Path;
}
