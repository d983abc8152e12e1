using System.Buffers;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Toml;

/// <summary>The tokens of TOML: keys, strings and bare values.</summary>
/// <remarks>TOML 1.0.0, "Keys", "String", "Comment".</remarks>
internal sealed class TomlLexer(SourceFile file, string text, List<Problem> problems)
{
    private const int MaximumProblems = 50;
    private static readonly SearchValues<char> ValueEnds = SearchValues.Create(",]}#\r\n");
    private readonly List<Fact<string>> comments = [];

    public IReadOnlyList<Fact<string>> Comments => comments;

    public int Position { get; set; } = text is ['\uFEFF', ..] ? 1 : 0;

    public char Current => Position < text.Length ? text[Position] : '\0';

    public bool IsAtEnd => Position >= text.Length;

    public bool IsAtLineEnd => IsAtEnd || text[Position] is '\n' or '\r' or '#';

    public SourceSpan Span(int start, int end) => new(file, start, end - start);

    public bool StartsWith(string mark) => string.CompareOrdinal(text, Position, mark, 0, mark.Length) == 0;

    public void SkipBlanks()
    {
        while (Position < text.Length && text[Position] is ' ' or '\t')
        {
            Position++;
        }
    }

    /// <summary>Blanks, line breaks and comments.</summary>
    public void SkipLines()
    {
        while (Position < text.Length)
        {
            if (text[Position] == '#')
            {
                SkipComment();
            }
            else if (char.IsWhiteSpace(text[Position]))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    public void SkipToLineEnd()
    {
        var found = text.AsSpan(Position).IndexOf('\n');
        Position = found < 0 ? text.Length : Position + found;
    }

    public bool Take(char wanted)
    {
        if (Current != wanted || IsAtEnd)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>A key part: bare or quoted; null when there is none.</summary>
    public ScalarNode? ReadKey()
    {
        if (Current is '"' or '\'')
        {
            return ReadString();
        }

        var start = Position;
        while (Position < text.Length && (char.IsLetterOrDigit(text[Position]) || text[Position] is '_' or '-'))
        {
            Position++;
        }

        return Position == start ? null : new ScalarNode(text[start..Position], false, Span(start, Position));
    }

    /// <summary>A string of one of the four kinds, at its opening quote.</summary>
    public ScalarNode ReadString()
    {
        var (start, quote) = (Position, Current);
        var mark = StartsWith(new string(quote, 3)) ? new string(quote, 3) : quote.ToString();
        var isMultiLine = mark.Length == 3;
        Position += mark.Length;
        if (isMultiLine)
        {
            // A line break right after the opening quotes is no part of the string.
            _ = Take('\r');
            _ = Take('\n');
        }

        var first = Position;
        while (!IsAtEnd && !StartsWith(mark) && (isMultiLine || Current is not ('\n' or '\r')))
        {
            Position +=
                quote == '"' && Current == '\\' && Position + 1 < text.Length && (isMultiLine || text[Position + 1] != '\n') ? 2 : 1;
        }

        Position = Math.Min(Position, text.Length);
        var end = Close(mark, start, quote);
        var isEscaped = quote == '"';
        return new ScalarNode(
            isEscaped ? BackslashEscapes.Undo(text, first, end, null, isMultiLine) : text[first..end],
            true,
            Span(start, Position)
        )
        {
            Map = isEscaped ? () => MapOf(first, end, isMultiLine) : () => MappedText.Of(Span(first, end)),
        };
    }

    /// <summary>A number, a date, a truth value: everything up to a separator.</summary>
    public ScalarNode ReadBareValue()
    {
        var start = Position;
        var length = text.AsSpan(start).IndexOfAny(ValueEnds);
        var word = (length < 0 ? text.AsSpan(start) : text.AsSpan(start, length)).TrimEnd();
        Position += word.Length;
        return new ScalarNode(word.ToString(), false, Span(start, Position));
    }

    public void Fault(string message, int start, int end) =>
        Report(ProblemKind.Syntax, message, Span(start, Math.Max(start, Math.Min(end, text.Length))));

    public void Report(ProblemKind kind, string message, SourceSpan span, SourceSpan? related = null)
    {
        if (problems.Count < MaximumProblems)
        {
            problems.Add(new Problem(kind, message, span, related));
        }
    }

    private int Close(string mark, int start, char quote)
    {
        var end = Position;
        if (!StartsWith(mark))
        {
            Fault("the string is not closed", start, end);
            return end;
        }

        Position += mark.Length;
        for (var extra = 0; mark.Length == 3 && extra < 2 && Current == quote; extra++)
        {
            // Up to two quotes may stand right before the closing three.
            Position++;
            end++;
        }

        return end;
    }

    private MappedText MapOf(int start, int end, bool joinsLines)
    {
        List<MappedSegment> segments = [];
        return new MappedText(BackslashEscapes.Undo(text, start, end, segments, joinsLines), file, segments);
    }

    private void SkipComment()
    {
        var start = Position;
        SkipToLineEnd();
        var line = text[start..Position].TrimEnd();
        comments.Add(new Fact<string>(line.TrimStart('#').Trim(), Span(start, start + line.Length)));
    }
}
