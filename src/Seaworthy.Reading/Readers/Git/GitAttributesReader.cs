using Seaworthy.Model.Declared.Git;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Git;

/// <summary><c>.gitattributes</c>, line by line.</summary>
/// <remarks>Source: gitattributes(5), "Description": blanks around a line do not count, a pattern with blanks is in double quotes.</remarks>
internal sealed class GitAttributesReader : Reader
{
    // More lines than any author writes.
    private const int MostLines = 5_000;

    public override bool Accepts(string path) => path == ".gitattributes" || path.EndsWith("/.gitattributes", StringComparison.Ordinal);

    public override Artifact Read(FileSyntax file)
    {
        List<AttributeLine> lines = [];
        var text = file.File.Text;
        for (var start = 0; start < text.Length && lines.Count < MostLines; )
        {
            var lineBreak = text.IndexOf('\n', start);
            var end = lineBreak < 0 ? text.Length : lineBreak;
            if (Line(file.File, start, end) is { } line)
            {
                lines.Add(line);
            }

            start = end + 1;
        }

        return new GitAttributes(file.File) { Lines = lines };
    }

    private static AttributeLine? Line(SourceFile file, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(file.Text[start]))
        {
            start++;
        }

        var text = file.Text[start..end].TrimEnd();
        if (text.Length == 0 || text[0] is '#' or '!' || text.StartsWith("[attr]", StringComparison.Ordinal))
        {
            return null;
        }

        var (pattern, rest) = Pattern(text);
        return pattern.Length == 0
            ? null
            : new AttributeLine(
                pattern,
                rest.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries),
                new SourceSpan(file, start, text.Length)
            );
    }

    private static (string Pattern, string Attributes) Pattern(string text)
    {
        var isQuoted = text[0] == '"' && text.IndexOf('"', 1) > 0;
        var end = isQuoted ? text.IndexOf('"', 1) : text.AsSpan().IndexOfAny(' ', '\t');
        return end < 0 ? (text, "")
            : isQuoted ? (text[1..end], text[(end + 1)..])
            : (text[..end], text[end..]);
    }
}
