using System.Buffers;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Yaml;

/// <summary>
/// What the library refuses although YAML, or every other reader of it, takes it: blank lines of blanks in front of a block scalar, quoted text and flow collections
/// whose lines are indented too little, comments right behind what they are about, an escaped single quote. The text is changed where it is refused, and no offset moves.
/// </summary>
internal static class YamlRepair
{
    /// <summary>A line break instead of a blank.</summary>
    private const char MadeBreak = '\u2028';

    /// <summary>Nothing instead of a blank.</summary>
    private const char Nothing = '\uE001';

    private static readonly SearchValues<char> Marks = SearchValues.Create([MadeBreak, Nothing]);

    /// <summary>Whether marks of ours are in a changed text: the values read from it must lose them.</summary>
    public static bool HasMarks(string text, string original) => text.AsSpan().ContainsAny(Marks) && !original.AsSpan().ContainsAny(Marks);

    public static string? Apply(string text, string original, YamlRefusal refusal)
    {
        if (original.AsSpan().ContainsAny(Marks))
        {
            // The file's own marks: they would be mistaken for ours.
            return null;
        }

        var changed = text.ToCharArray();
        var isChanged = refusal.Kind switch
        {
            YamlRefusalKind.BlankLines => EmptyLinesBefore(changed, refusal.At),
            YamlRefusalKind.Quote => JoinQuoted(changed, refusal.At),
            YamlRefusalKind.Comment => EraseComment(changed, refusal.At),
            YamlRefusalKind.Escape => PlainQuotes(changed, refusal.At),
            _ => JoinFlow(changed, refusal.At),
        };
        return isChanged ? new string(changed) : null;
    }

    public static string WithoutMarks(string value) => string.Concat(value.Split(MadeBreak, Nothing));

    public static MappedText WithoutMarks(MappedText text)
    {
        MappedTextBuilder kept = new(text.File);
        for (var at = 0; at < text.Text.Length; at++)
        {
            if (!Marks.Contains(text.Text[at]))
            {
                kept.Replace(text.Text.AsSpan(at, 1), text.Span(at, 1).Start);
            }
        }

        return kept.Build();
    }

    private static bool EmptyLinesBefore(Span<char> text, int at)
    {
        var isChanged = false;
        for (var line = text[..at].LastIndexOf('\n'); line > 0; )
        {
            var start = text[..line].LastIndexOf('\n') + 1;
            if (text[start..line].IndexOfAnyExcept(" \r") >= 0)
            {
                return isChanged;
            }

            foreach (ref var character in text[start..line])
            {
                isChanged |= character == ' ';
                character = character == ' ' ? MadeBreak : character;
            }

            line = start - 1;
        }

        return isChanged;
    }

    /// <summary>Blanks instead of a comment, to the end of its line.</summary>
    private static bool EraseComment(Span<char> text, int at)
    {
        var line = at < text.Length && text[at..].IndexOf('\n') is >= 0 and var end ? text.Slice(at, end) : text[at..];
        if (line.IndexOf('#') is not (>= 0 and var start))
        {
            return false;
        }

        line[start..].TrimEnd('\r').Fill(' ');
        return true;
    }

    private static bool PlainQuotes(Span<char> text, int at)
    {
        if (at >= text.Length || text[at] is not '"')
        {
            return false;
        }

        var isChanged = false;
        var end = EndOfQuoted(text, at);
        for (var next = at + 1; next + 1 < end; next++)
        {
            if (text[next] == '\\')
            {
                isChanged |= text[next + 1] == '\'';
                text[next] = text[next + 1] == '\'' ? Nothing : '\\';
                next++;
            }
        }

        return isChanged;
    }

    private static bool JoinQuoted(Span<char> text, int at)
    {
        if (at >= text.Length || text[at] is not ('"' or '\''))
        {
            return false;
        }

        var end = EndOfQuoted(text, at);
        var rest = text[end..].TrimStart(' ');

        // Anything else behind it means that the quote was never closed and this is the next one's opening.
        return (rest.IsEmpty || rest[0] is '\n' or '\r' or '#' or ',' or ']' or '}' or ':') && JoinLines(text[at..end]);
    }

    /// <summary>As folding does: a break with the blanks around it becomes one blank.</summary>
    private static bool JoinLines(Span<char> text)
    {
        var isChanged = false;
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n'))
        {
            var (start, end) = (at, at + 1);
            while (start > 1 && text[start - 1] is ' ' or '\t' or '\r')
            {
                start--;
            }

            while (end < text.Length && char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            text[start..end].Fill(Nothing);
            text[start] = ' ';
            isChanged = true;
            text = text[end..];
        }

        return isChanged;
    }

    private static bool JoinFlow(Span<char> text, int at)
    {
        var depth = 0;
        for (var end = at; end < text.Length; end++)
        {
            switch (text[end])
            {
                case '[' or '{':
                    depth++;
                    break;
                case ']' or '}' when --depth == 0:
                    return Join(text[at..end]);
                case '"' or '\'' when text[end - 1] is ' ' or '\n' or ',' or '[' or '{' or ':':
                    end = EndOfQuoted(text, end) - 1;
                    break;
                case '#' when char.IsWhiteSpace(text[end - 1]):
                    var comment = text[end..];
                    comment = comment.IndexOf('\n') is var found and >= 0 ? comment[..found] : comment;
                    comment.Fill(' ');
                    break;
                default:
                    break;
            }
        }

        return false;
    }

    private static int EndOfQuoted(ReadOnlySpan<char> text, int start)
    {
        var quote = text[start];
        for (var at = start + 1; at < text.Length; at++)
        {
            if (quote == '"' && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == quote)
            {
                return at + 1;
            }
        }

        return text.Length;
    }

    private static bool Join(Span<char> text)
    {
        var isChanged = text.Contains('\n');
        text.Replace('\n', ' ');
        text.Replace('\r', ' ');
        return isChanged;
    }
}
