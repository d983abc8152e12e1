using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>A position in a shell text, the here-documents that its line still owes, and what went wrong so far.</summary>
internal sealed class ShellCursor(MappedText text, int start, int end, List<Problem> problems)
{
    /// <summary>Deeper nesting than this is not written by people; it would only exhaust the stack.</summary>
    public const int DepthLimit = 100;

    private readonly List<RedirectSyntax> pending = [];

    public MappedText Mapped { get; } = text;

    public string Text { get; } = text.Text;

    public int End { get; } = end;

    public int At { get; set; } = start;

    public int Depth { get; set; }

    public bool IsAtEnd => At >= End;

    /// <summary>The character here, or NUL at the end.</summary>
    public char Current => At < End ? Text[At] : '\0';

    public char Peek(int ahead = 1) => At + ahead < End ? Text[At + ahead] : '\0';

    public bool Follows(string what) => At + what.Length <= End && string.CompareOrdinal(Text, At, what, 0, what.Length) == 0;

    public SourceSpan SpanFrom(int from) => Mapped.Span(from, Math.Max(0, At - from));

    public ShellCursor Inside(int from, int to) => new(Mapped, from, to, problems) { Depth = Depth + 1 };

    /// <summary>As <see cref="Inside"/>, for what the shell reads only when it comes there: a fault in it does not keep the script from running.</summary>
    public ShellCursor InsideUnread(int from, int to) => new(Mapped, from, to, []) { Depth = Depth + 1 };

    public void Report(string message, int from, int length, ProblemKind kind = ProblemKind.Syntax) =>
        problems.Add(new Problem(kind, message, Mapped.Span(from, length)));

    public void Owe(RedirectSyntax hereDocument) => pending.Add(hereDocument);

    /// <summary>Blanks and continued lines.</summary>
    public void SkipBlanks()
    {
        while (At < End)
        {
            if (Current is ' ' or '\t' or '\r')
            {
                At++;
            }
            else if (ContinuationLength() is > 0 and var length)
            {
                At += length;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The length of a backslash with the line break it hides; a carriage return between them is forgiven.</summary>
    public int ContinuationLength() =>
        Current != '\\' ? 0
        : Peek() == '\n' ? 2
        : Peek() == '\r' && Peek(2) == '\n' ? 3
        : 0;

    public void SkipComment()
    {
        if (Current == '#')
        {
            var line = Text.IndexOf('\n', At, End - At);
            At = line < 0 ? End : line;
        }
    }

    /// <summary>Takes a line break and every here-document announced on the line.</summary>
    public void TakeNewLine()
    {
        At++;
        foreach (var redirect in pending)
        {
            HereDocumentReader.Read(this, redirect);
        }

        pending.Clear();
    }
}
