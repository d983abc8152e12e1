using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Python, with indented blocks as groups. Source: The Python Language Reference, "Lexical analysis".</summary>
internal sealed class PythonLexer(SourceFile file, int length) : CodeLexer(file, Language.Python, length)
{
    private bool atLineStart = true;

    protected override void ReadToken()
    {
        if (atLineStart && Here != '#')
        {
            atLineStart = false;
            Indent(Column());
        }

        var character = Here;
        if (character == '#')
        {
            SkipLine();
        }
        else if (character == '\\' && Peek(1) is '\n' or '\r')
        {
            At += Peek(1) == '\r' && Peek(2) == '\n' ? 3 : 2;
        }
        else if (character is '"' or '\'' || PrefixLength() > 0)
        {
            ReadString(PrefixLength());
        }
        else if (IsNameStart(character))
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (!ReadHoleEnd() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    protected override void OnLineBreak()
    {
        if (Innermost is { Bracket: Brackets.Hole, Form.IsMultiline: false })
        {
            CloseAll(Depth - 2);
        }

        At++;
        if (Innermost.Bracket is not (Brackets.Block or ' ') && StartsStatement())
        {
            LeaveBrackets();
        }

        if (Innermost.Bracket is Brackets.Block or ' ')
        {
            EndLine();
            atLineStart = true;
        }
    }

    protected override void Finish()
    {
        if (Innermost.Bracket is not (Brackets.Block or ' '))
        {
            LeaveBrackets();
        }

        EndLine();
        while (Innermost.Bracket == Brackets.Block)
        {
            Close(Brackets.Block, 0);
        }
    }

    private void EndLine()
    {
        if (Last is { Kind: not TokenKind.Newline })
        {
            Emit(TokenKind.Newline, At, At);
        }
    }

    private int Column()
    {
        var column = 0;
        var start = At;
        while (start > 0 && Source[start - 1] is ' ' or '\t' or '\f')
        {
            start--;
        }

        for (; start < At; start++)
        {
            column = Source[start] == '\t' ? (column / 8 * 8) + 8 : column + 1;
        }

        return column;
    }

    private void Indent(int column)
    {
        while (Innermost.Bracket == Brackets.Block && column < Innermost.Column)
        {
            Close(Brackets.Block, 0);
        }

        if (column > (Innermost.Bracket == Brackets.Block ? Innermost.Column : 0))
        {
            Open(Brackets.Block, 0, column: column);
        }
    }

    // These words never begin a line inside brackets: a bracket still open there was never closed.
    private bool StartsStatement()
    {
        var rest = Source.AsSpan(At, Math.Min(200, Source.Length - At)).TrimStart(" \t");
        return rest.StartsWith("def ", StringComparison.Ordinal)
            || rest.StartsWith("class ", StringComparison.Ordinal)
            || rest.StartsWith("import ", StringComparison.Ordinal)
            || rest.StartsWith("async def ", StringComparison.Ordinal)
            || rest.StartsWith("return ", StringComparison.Ordinal);
    }

    private void LeaveBrackets()
    {
        var depth = Depth;
        while (depth > 0 && GroupAt(depth - 1).Bracket != Brackets.Block)
        {
            depth--;
        }

        CloseAll(depth);
    }

    private int PrefixLength()
    {
        var length = 0;
        while (length < 2 && Peek(length) is 'r' or 'R' or 'b' or 'B' or 'u' or 'U' or 'f' or 'F')
        {
            length++;
        }

        return length > 0 && Peek(length) is '"' or '\'' ? length : 0;
    }

    private void ReadString(int prefix)
    {
        var quote = Peek(prefix);
        var isLong = Peek(prefix + 1) == quote && Peek(prefix + 2) == quote;
        if (Source.AsSpan(At, prefix).ContainsAny('f', 'F'))
        {
            var isRaw = Source.AsSpan(At, prefix).ContainsAny('r', 'R');
            Open(Brackets.Template, prefix + (isLong ? 3 : 1), new StringForm(quote, isLong ? 3 : 1, 1, !isRaw, false, isLong));
            return;
        }

        var start = At;
        At += prefix;
        if (isLong)
        {
            At += 3;
            ReadLongString(start, new string(quote, 3), escapes: true);
        }
        else
        {
            ReadLineString(start, quote);
        }
    }

    // "{value!r:>10}": conversion and format are no part of the expression.
    private bool ReadHoleEnd()
    {
        if (Innermost.Bracket != Brackets.Hole || Here is not (':' or '!') || (Here == '!' && Peek(1) == '='))
        {
            return false;
        }

        var depth = 0;
        while (At < Source.Length && Here != '\n' && !(Here == '}' && depth == 0))
        {
            depth +=
                Here == '{' ? 1
                : Here == '}' ? -1
                : 0;
            At++;
        }

        return true;
    }
}
