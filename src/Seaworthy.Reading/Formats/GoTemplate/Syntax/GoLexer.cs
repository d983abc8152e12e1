using System.Globalization;

namespace Seaworthy.Reading.Formats.GoTemplate.Syntax;

/// <summary>Tokens of a Go template.</summary>
/// <remarks>Go standard library, text/template/parse, lex.go: trim markers, comments, and what may stand beside what.</remarks>
internal sealed class GoLexer(string text)
{
    private readonly List<GoToken> tokens = [];
    private int at;
    private int parentheses;
    private bool trimsNext;

    /// <exception cref="GoTemplateFault">An action does not close, or holds what is no token.</exception>
    public IReadOnlyList<GoToken> Read()
    {
        while (at < text.Length)
        {
            ReadText();
            if (at < text.Length)
            {
                ReadAction();
            }
        }

        Add(GoTokenKind.End, "", text.Length, 0);
        return tokens;
    }

    private void ReadText()
    {
        var (start, open) = (at, text.IndexOf("{{", at, StringComparison.Ordinal));
        var end = open < 0 ? text.Length : open;
        at = end;
        if (trimsNext)
        {
            start = SkipSpace(start, end);
        }

        if (open >= 0 && IsTrimmedBefore(open + 2))
        {
            while (end > start && IsSpace(text[end - 1]))
            {
                end--;
            }
        }

        trimsNext = false;
        if (end > start)
        {
            Add(GoTokenKind.Text, text[start..end], start, end - start);
        }
    }

    private int SkipSpace(int from, int end)
    {
        while (from < end && IsSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    private bool IsTrimmedBefore(int inside) => inside + 1 < text.Length && text[inside] == '-' && IsSpace(text[inside + 1]);

    private bool IsTrimmedAfter(int here) =>
        here + 1 < text.Length && IsSpace(text[here]) && string.CompareOrdinal(text, here + 1, "-}}", 0, 3) == 0;

    private void ReadAction()
    {
        var open = at;
        at += 2;
        at += IsTrimmedBefore(at) ? 2 : 0;
        if (string.CompareOrdinal(text, at, "/*", 0, 2) == 0)
        {
            ReadComment();
            return;
        }

        Add(GoTokenKind.Open, "{{", open, at - open);
        parentheses = 0;
        while (!ReadClose())
        {
            if (at >= text.Length)
            {
                throw new GoTemplateFault("unclosed action", open);
            }

            ReadToken();
        }
    }

    private void ReadComment()
    {
        var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
        if (end < 0)
        {
            throw new GoTemplateFault("unclosed comment", at);
        }

        at = end + 2;
        if (!ReadClose(isComment: true))
        {
            throw new GoTemplateFault("comment ends before closing delimiter", at);
        }
    }

    private bool ReadClose(bool isComment = false)
    {
        var isTrimmed = IsTrimmedAfter(at);
        if (!isTrimmed && string.CompareOrdinal(text, at, "}}", 0, 2) != 0)
        {
            return false;
        }

        if (parentheses > 0 && !isComment)
        {
            throw new GoTemplateFault("unclosed left paren", at);
        }

        var length = isTrimmed ? 4 : 2;
        if (!isComment)
        {
            Add(GoTokenKind.Close, "}}", at, length);
        }

        at += length;
        trimsNext = isTrimmed;
        return true;
    }

    private void ReadToken()
    {
        var start = at;
        var next = text[at];
        switch (next)
        {
            case ' ' or '\t' or '\r' or '\n':
                // A trim marker takes the last blank.
                do
                {
                    at++;
                } while (at < text.Length && IsSpace(text[at]) && !IsTrimmedAfter(at));
                Add(GoTokenKind.Space, " ", start, at - start);
                break;
            case '(':
                parentheses++;
                Add(GoTokenKind.OpenParenthesis, "(", at++, 1);
                break;
            case ')':
                Add(GoTokenKind.CloseParenthesis, ")", at++, 1);
                if (--parentheses < 0)
                {
                    throw new GoTemplateFault("unexpected right paren", start);
                }

                break;
            case '|':
                Add(GoTokenKind.Pipe, "|", at++, 1);
                break;
            case ',':
                Add(GoTokenKind.Comma, ",", at++, 1);
                break;
            case '=':
                Add(GoTokenKind.Assign, "=", at++, 1);
                break;
            case ':' when at + 1 < text.Length && text[at + 1] == '=':
                at += 2;
                Add(GoTokenKind.Declare, ":=", start, 2);
                break;
            case ':':
                throw new GoTemplateFault("expected :=", start);
            default:
                ReadOperand(next, start);
                break;
        }
    }

    private void ReadOperand(char next, int start)
    {
        if (next == '"')
        {
            ReadQuoted(start);
        }
        else if (next == '`')
        {
            var end = text.IndexOf('`', at + 1);
            at = end < 0 ? throw new GoTemplateFault("unterminated raw quoted string", start) : end + 1;
            Add(GoTokenKind.Quoted, text[(start + 1)..end].Replace("\r", "", StringComparison.Ordinal), start, at - start);
        }
        else if (next == '\'')
        {
            ReadCharacter(start);
        }
        else if (next is '.' && (at + 1 >= text.Length || !char.IsAsciiDigit(text[at + 1])))
        {
            at++;
            var isField = at < text.Length && IsWord(text[at]);
            SkipWord();
            Add(isField ? GoTokenKind.Field : GoTokenKind.Dot, text[start..at], start, at - start);
        }
        else if (next == '$')
        {
            at++;
            SkipWord();
            Add(GoTokenKind.Variable, text[start..at], start, at - start);
        }
        else if (char.IsAsciiDigit(next) || next is '+' or '-' or '.')
        {
            at++;
            SkipNumber();
            Add(GoTokenKind.Number, text[start..at], start, at - start);
        }
        else if (IsWord(next))
        {
            SkipWord();
            Add(GoTokenKind.Word, text[start..at], start, at - start);
        }
        else
        {
            throw new GoTemplateFault(
                string.Create(CultureInfo.InvariantCulture, $"unexpected U+{(int)next:X4} '{next}' in operand"),
                start
            );
        }
    }

    private void SkipWord()
    {
        while (at < text.Length && IsWord(text[at]))
        {
            at++;
        }
    }

    private void SkipNumber()
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.' || IsExponentSign()))
        {
            at++;
        }
    }

    private bool IsExponentSign() => text[at] is '+' or '-' && text[at - 1] is 'e' or 'E' or 'p' or 'P';

    private void ReadQuoted(int start)
    {
        for (at = start + 1; at < text.Length && text[at] is not ('"' or '\n'); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        if (at >= text.Length || text[at] != '"')
        {
            throw new GoTemplateFault("unterminated quoted string", start);
        }

        at++;
        var value = GoQuoted.Value(text.AsSpan(start + 1, at - start - 2)) ?? throw new GoTemplateFault("invalid syntax", start);
        Add(GoTokenKind.Quoted, value, start, at - start);
    }

    private void ReadCharacter(int start)
    {
        for (at = start + 1; at < text.Length && text[at] is not ('\'' or '\n'); at++)
        {
            at += text[at] == '\\' ? 1 : 0;
        }

        if (at >= text.Length || text[at] != '\'')
        {
            throw new GoTemplateFault("unterminated character constant", start);
        }

        at++;
        var value = GoQuoted.Value(text.AsSpan(start + 1, at - start - 2));
        if (value is null || value.EnumerateRunes().Count() != 1)
        {
            throw new GoTemplateFault($"malformed character constant: {text[start..at]}", start);
        }

        Add(GoTokenKind.Character, value, start, at - start);
    }

    private void Add(GoTokenKind kind, string value, int position, int length) => tokens.Add(new GoToken(kind, value, position, length));

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\r' or '\n';

    private static bool IsWord(char character) =>
        character == '_' || char.IsAsciiLetterOrDigit(character) || (character > 127 && char.IsLetterOrDigit(character));
}
