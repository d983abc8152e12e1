using System.Text;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Pipelines;

/// <summary>Reads the lexical pieces of Groovy that a Jenkinsfile needs: comments and the four kinds of strings.</summary>
/// <remarks>Source: Apache Groovy documentation, "Syntax", Comments and Strings.</remarks>
internal static class GroovyText
{
    /// <summary>The place behind blanks and comments.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
            }
            else if (At(text, at, "//") || (at == 0 && At(text, at, "#!")))
            {
                at = Behind(text, at, "\n");
            }
            else if (At(text, at, "/*"))
            {
                at = Behind(text, at + 2, "*/");
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>The string that begins at a quote, with escapes undone, and the place behind it; null when there is none.</summary>
    public static (MappedText Value, int End)? ReadString(SourceFile file, int at)
    {
        var text = file.Text;
        if (at >= text.Length || text[at] is not ('\'' or '"'))
        {
            return null;
        }

        var quote = text[at].ToString();
        var delimiter = At(text, at, quote + quote + quote) ? quote + quote + quote : quote;
        StringBuilder value = new();
        List<MappedSegment> segments = [new MappedSegment(0, at + delimiter.Length)];
        var position = at + delimiter.Length;
        while (position < text.Length && !At(text, position, delimiter))
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                segments.Add(new MappedSegment(value.Length, position + 1));
                AppendEscape(text[position + 1], value);
                position += 2;
                segments.Add(new MappedSegment(value.Length, position));
            }
            else
            {
                value.Append(text[position++]);
            }
        }

        return (new MappedText(value.ToString(), file, segments), Math.Min(position + delimiter.Length, text.Length));
    }

    // A backslash at the end of a line joins the lines.
    private static void AppendEscape(char escaped, StringBuilder value)
    {
        switch (escaped)
        {
            case '\n':
                break;
            case 'n':
                value.Append('\n');
                break;
            case 't':
                value.Append('\t');
                break;
            default:
                value.Append(escaped);
                break;
        }
    }

    private static bool At(string text, int at, string piece) => string.CompareOrdinal(text, at, piece, 0, piece.Length) == 0;

    private static int Behind(string text, int at, string piece) =>
        text.IndexOf(piece, Math.Min(at, text.Length), StringComparison.Ordinal) is var found and >= 0 ? found + piece.Length : text.Length;
}
