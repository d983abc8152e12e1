using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats;

/// <summary>The characters of one file, and a place among them: blanks, comments, words and signs of HCL and Bicep.</summary>
/// <param name="file">What is read.</param>
/// <param name="inNames">What a name may hold besides letters and digits.</param>
internal sealed class SyntaxScanner(SourceFile file, string inNames = "_-")
{
    private const int MaximumProblems = 20;

    private readonly string text = file.Text;
    private readonly List<Problem> problems = [];

    public string Text => text;

    public int At { get; set; }

    /// <summary>Where reading ends: at the end of the file, or of the text between whose lines an expression stands.</summary>
    public int End { get; set; } = file.Text.Length;

    public IReadOnlyList<Problem> Problems => problems;

    public bool IsAtEnd => At >= End;

    public char Current => At < End ? text[At] : '\0';

    public char Next => At + 1 < End ? text[At + 1] : '\0';

    public bool IsAtLineEnd => IsAtEnd || Current == '\n';

    public SourceSpan Span(int start) => Span(start, At);

    public SourceSpan Span(int start, int end) => new(file, Math.Min(start, text.Length), Math.Max(0, Math.Min(end, text.Length) - start));

    public bool StartsWith(string sign) => At + sign.Length <= End && string.CompareOrdinal(text, At, sign, 0, sign.Length) == 0;

    public bool Take(string sign)
    {
        if (!StartsWith(sign))
        {
            return false;
        }

        At += sign.Length;
        return true;
    }

    /// <summary>Blanks and comments; line breaks only where they mean nothing.</summary>
    public void SkipBlanks(bool withLines)
    {
        while (!IsAtEnd)
        {
            if (Current == '#' || (Current == '/' && Next == '/'))
            {
                SkipLine();
            }
            else if (Current == '/' && Next == '*')
            {
                var close = text.IndexOf("*/", At + 2, Math.Max(0, End - At - 2), StringComparison.Ordinal);
                At = close < 0 ? End : close + 2;
            }
            else if (Current is '\n' ? withLines : char.IsWhiteSpace(Current) || Current == '\uFEFF')
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>Up to the line break, which is left standing.</summary>
    public void SkipLine()
    {
        var line = text.IndexOf('\n', At, End - At);
        At = line < 0 ? End : line;
    }

    /// <summary>A name; null when there is none here.</summary>
    public Fact<string>? ReadName()
    {
        var start = At;
        if (!char.IsLetter(Current) && Current != '_')
        {
            return null;
        }

        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || inNames.Contains(Current, StringComparison.Ordinal)))
        {
            At++;
        }

        return new Fact<string>(text[start..At], Span(start));
    }

    public void Report(string message, int start, ProblemKind kind = ProblemKind.Syntax)
    {
        if (problems.Count < MaximumProblems)
        {
            problems.Add(new Problem(kind, message, Span(start, Math.Max(start, Math.Min(start + 1, text.Length)))));
        }
    }
}
