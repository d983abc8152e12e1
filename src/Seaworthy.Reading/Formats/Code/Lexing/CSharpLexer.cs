using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>C#. Source: the C# language specification, "Lexical structure"; raw string literals of C# 11.</summary>
internal sealed class CSharpLexer(SourceFile file, int length) : CodeLexer(file, Language.CSharp, length)
{
    protected override void ReadToken()
    {
        var character = Here;
        if (IsString(out var dollars, out var isVerbatim, out var prefix))
        {
            ReadString(dollars, isVerbatim, prefix);
        }
        else if (IsNameStart(character) || (character == '@' && IsNameStart(Peek(1))))
        {
            At += character == '@' ? 1 : 0;
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character == '\'')
        {
            ReadLineString(At, '\'');
        }
        else if (!ReadComment() && !ReadFormat() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    private bool IsString(out int dollars, out bool isVerbatim, out int prefix)
    {
        (dollars, isVerbatim, prefix) = (0, false, 0);
        while (Peek(prefix) is '$' or '@' && prefix < 16)
        {
            dollars += Peek(prefix) == '$' ? 1 : 0;
            isVerbatim |= Peek(prefix) == '@';
            prefix++;
        }

        return Peek(prefix) == '"';
    }

    private void ReadString(int dollars, bool isVerbatim, int prefix)
    {
        var quotes = 0;
        while (!isVerbatim && Peek(prefix + quotes) == '"')
        {
            quotes++;
        }

        var isRaw = quotes >= 3;
        var opening = isRaw ? quotes : 1;
        var start = At;
        if (dollars > 0)
        {
            Open(
                Brackets.Template,
                prefix + opening,
                new StringForm('"', opening, dollars, !isVerbatim && !isRaw, isVerbatim, isVerbatim || isRaw)
            );
            return;
        }

        At += prefix;
        if (isRaw)
        {
            At += quotes;
            ReadLongString(start, new string('"', quotes), escapes: false);
        }
        else if (isVerbatim)
        {
            ReadVerbatim(start);
        }
        else
        {
            ReadLineString(start, '"');
        }
    }

    private void ReadVerbatim(int start)
    {
        At++;
        while (At < Source.Length && !(Here == '"' && Peek(1) != '"'))
        {
            At += Here == '"' ? 2 : 1;
        }

        At = Math.Min(At + 1, Source.Length);
        Emit(TokenKind.String, start, At);
    }

    private bool ReadComment()
    {
        // Directives (#if, #region, #pragma) are skipped; both branches of a condition are read.
        if (Follows("//") || (Here == '#' && Innermost.Bracket != Brackets.Hole))
        {
            SkipLine();
            return true;
        }

        if (Follows("/*"))
        {
            At += 2;
            SkipPast("*/");
            return true;
        }

        return false;
    }

    // "{value:yyyy}": the format is no part of the expression.
    private bool ReadFormat()
    {
        if (Innermost.Bracket != Brackets.Hole || Here != ':' || Peek(1) == ':')
        {
            return false;
        }

        var end = Source.AsSpan(At).IndexOfAny('}', '"', '\n');
        At = end < 0 ? Source.Length : At + end;
        return true;
    }
}
