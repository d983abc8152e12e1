using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Documents;

/// <summary>
/// The files that a document tells people to make, read line by line: in the line that says so, in the list or block below one that ends with a colon, and above a block of
/// settings that belong into a file of variables.
/// </summary>
internal sealed class PlacedFiles
{
    private readonly List<Fact<string>> found = [];
    private IReadOnlyList<SourceSpan> named = [];
    private bool isAnnounced;
    private bool isInBlock;
    private bool isAtStart;

    public IReadOnlyList<Fact<string>> Found => found;

    public void Open() => (isInBlock, isAtStart) = (true, true);

    public void Close() => (isInBlock, isAtStart, isAnnounced, named) = (false, false, false, []);

    /// <param name="files">The files that the line names.</param>
    /// <param name="isTold">The text asks to do something with them.</param>
    public void Take(SourceSpan line, IReadOnlyList<SourceSpan> files, bool isTold)
    {
        var text = line.Text.AsSpan().Trim();
        if (text.IsEmpty)
        {
            return;
        }

        var isListed = isAnnounced && files is [var only] && text.Trim("-+*`> \t").SequenceEqual(only.Text);
        if (isTold || isListed)
        {
            Add(files);
        }
        else if (isInBlock && isAtStart && IsSetting(text))
        {
            Add(named.Where(IsOfVariables));
        }

        if (!isInBlock)
        {
            isAnnounced = isListed || (isTold && text.TrimEnd("*_ ").EndsWith(":"));
            named = files;
        }
        else if (text[0] == '#')
        {
            named = files.Count > 0 ? files : named;
        }
        else
        {
            isAtStart = false;
        }
    }

    private void Add(IEnumerable<SourceSpan> files) => found.AddRange(files.Select(span => new Fact<string>(span.Text, span)));

    private static bool IsOfVariables(SourceSpan file) =>
        file.Text[(file.Text.LastIndexOf('/') + 1)..].Contains(".env", StringComparison.Ordinal);

    /// <summary><c>DB_HOST=mysql</c></summary>
    private static bool IsSetting(ReadOnlySpan<char> text) =>
        text.IndexOf('=') is > 0 and var sign && !text[..sign].ContainsAnyExceptInRange('0', '_') && char.IsAsciiLetterUpper(text[0]);
}
