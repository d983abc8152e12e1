using System.Buffers;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Formats.Json;

/// <summary>The tokens of JSON: punctuation, strings and bare words, with comments skipped and collected.</summary>
/// <remarks>RFC 8259; comments as in JSONC and JSON5.</remarks>
internal sealed class JsonLexer(SourceFile file, string text, List<Problem> problems)
{
    private const int MaximumProblems = 20;
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(",:]}[{\"\n\r\t /");
    private readonly List<Fact<string>> comments = [];

    // npm and Composer refuse what most other readers of JSON let pass.
    private readonly bool isStrict = file.Name is "package.json" or "package-lock.json" or "composer.json" or "composer.lock";

    public IReadOnlyList<Fact<string>> Comments => comments;

    public int Position { get; set; } = text is ['\uFEFF', ..] ? 1 : 0;

    public char Current => Position < text.Length ? text[Position] : '\0';

    public bool IsAtEnd => Position >= text.Length;

    public SourceSpan Span(int start, int end) => new(file, start, end - start);

    public void SkipBlanks()
    {
        while (Position < text.Length)
        {
            if (char.IsWhiteSpace(text[Position]))
            {
                Position++;
            }
            else if (text[Position] == '/' && Position + 1 < text.Length && text[Position + 1] is '/' or '*')
            {
                SkipComment(text[Position + 1] == '*');
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The next character that is no blank, taken when it is the wanted one.</summary>
    public bool Take(char wanted)
    {
        SkipBlanks();
        if (Current != wanted || IsAtEnd)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>A string, at its opening quote.</summary>
    public ScalarNode ReadString()
    {
        var (start, quote) = (Position, Current);
        Position++;
        if (quote == '\'')
        {
            Fault("strings need double quotes", start, start + 1);
        }

        while (!IsAtEnd && Current != quote && Current is not ('\n' or '\r'))
        {
            Position += Current == '\\' && Position + 1 < text.Length && text[Position + 1] is not ('\n' or '\r') ? 2 : 1;
        }

        var end = Position = Math.Min(Position, text.Length);
        if (Current == quote && !IsAtEnd)
        {
            Position++;
        }
        else
        {
            Fault("the string is not closed", start, end);
        }

        return new ScalarNode(BackslashEscapes.Undo(text, start + 1, end, null), true, Span(start, Position))
        {
            Map = () => MapOf(start + 1, end),
        };
    }

    /// <summary>A number, <c>true</c>, <c>false</c>, <c>null</c>, or a word that is none of them.</summary>
    public ScalarNode ReadWord()
    {
        var start = Position;
        var length = text.AsSpan(start).IndexOfAny(WordEnds);
        Position = length < 0 ? text.Length : start + Math.Max(length, 1);
        var word = text[start..Position];
        return new ScalarNode(word, false, Span(start, Position)) { IsNull = word == "null" };
    }

    public void Fault(string message, int start, int end) => Add(FaultOf(message, start, end));

    /// <summary>What only strict readers refuse.</summary>
    public void Leniency(string message, int start, int end)
    {
        if (isStrict)
        {
            Add(FaultOf(message, start, end) with { IsLeniency = true });
        }
    }

    public void Report(ProblemKind kind, string message, SourceSpan span, SourceSpan? related = null) =>
        Add(new Problem(kind, message, span, related));

    private Problem FaultOf(string message, int start, int end) =>
        new(ProblemKind.Syntax, message, Span(Math.Min(start, text.Length), Math.Clamp(end, start, text.Length)));

    private void Add(Problem problem)
    {
        if (problems.Count < MaximumProblems)
        {
            problems.Add(problem);
        }
    }

    private MappedText MapOf(int start, int end)
    {
        List<MappedSegment> segments = [];
        return new MappedText(BackslashEscapes.Undo(text, start, end, segments), file, segments);
    }

    private void SkipComment(bool isBlock)
    {
        var start = Position;
        var found = isBlock ? text.IndexOf("*/", start + 2, StringComparison.Ordinal) : text.IndexOf('\n', start);
        var end = found < 0 ? text.Length : found;
        var content = text[(start + 2)..end].Trim();
        Position = isBlock && found >= 0 ? end + 2 : end;
        comments.Add(new Fact<string>(content, Span(start, isBlock ? Position : start + text[start..end].TrimEnd().Length)));
        Leniency("JSON has no comments", start, Position);
    }
}
