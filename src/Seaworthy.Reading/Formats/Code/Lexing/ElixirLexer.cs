using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Elixir. <c>do</c> and <c>fn</c> open a block, which <c>end</c> closes; <c>do:</c> is a key like any other.</summary>
/// <remarks>Source: Elixir documentation, "Syntax reference" and "Sigils".</remarks>
internal sealed class ElixirLexer(SourceFile file, int length) : CodeLexer(file, Language.Elixir, length)
{
    private const string Heredoc = "\"\"\"";

    private static readonly StringForm Quoted = new('"', 1, 0, Escapes: true, Doubles: false, IsMultiline: true);

    protected override int HoleAt(StringForm form) => Here == '#' && Peek(1) == '{' ? 2 : 0;

    protected override void ReadToken()
    {
        if (IsNameStart(Here))
        {
            ReadWord();
        }
        else if (char.IsAsciiDigit(Here))
        {
            ReadNumber();
        }
        else if (Here == '#')
        {
            SkipLine();
        }
        else if (!ReadLiteral() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    private void ReadWord()
    {
        var start = At;
        var end = At + 1;
        while (end < Source.Length && IsNamePart(Source[end]))
        {
            end++;
        }

        end += end < Source.Length && Source[end] is '?' or '!' && !(end + 1 < Source.Length && Source[end + 1] == '=') ? 1 : 0;
        var isKey = end < Source.Length && Source[end] == ':' && !(end + 1 < Source.Length && Source[end + 1] == ':');
        var isMember = Last is { Kind: TokenKind.Operator } dot && TextOf(dot) is ".";
        switch (Source.AsSpan(start, end - start))
        {
            case "do" or "fn" when !isKey && !isMember:
                Open(Brackets.Block, end - start);
                break;
            case "end" when !isKey && !isMember:
                Close(Brackets.Block, end - start);
                break;
            default:
                At = end;
                Emit(TokenKind.Name, start, end);
                break;
        }
    }

    private bool ReadLiteral()
    {
        var start = At;
        switch (Here)
        {
            case '"' when Follows(Heredoc):
                At += Heredoc.Length;
                ReadLongString(start, Heredoc, escapes: true);
                return true;
            case '"':
                ReadQuoted(Quoted);
                return true;
            case '\'':
                At++;
                ReadLongString(start, "'", escapes: true);
                return true;
            case ':' when IsNameStart(Peek(1)) && !(At > 0 && Source[At - 1] == ':'):
                ReadAtom();
                return true;
            case '~' when char.IsAsciiLetter(Peek(1)):
                return ReadSigil();
            // "?a" is a number.
            case '?' when Peek(1) is not (' ' or '\n' or '\0'):
                At += Peek(1) == '\\' ? 3 : 2;
                Emit(TokenKind.Number, start, Math.Min(At, Source.Length));
                return true;
            default:
                return false;
        }
    }

    private void ReadAtom()
    {
        var start = At++;
        while (IsNamePart(Here) || Here == '@')
        {
            At++;
        }

        At += Here is '?' or '!' && Peek(1) != '=' ? 1 : 0;
        Emit(TokenKind.String, start, At);
    }

    /// <summary><c>~w(a b)</c>, <c>~r/x/</c>, <c>~H"""…"""</c>: what they hold is not followed.</summary>
    private bool ReadSigil()
    {
        var start = At;
        var open = At + 1;
        while (open < Source.Length && char.IsAsciiLetterOrDigit(Source[open]))
        {
            open++;
        }

        if (open >= Source.Length || Source[open] is not ('(' or '[' or '{' or '<' or '/' or '|' or '"' or '\''))
        {
            return false;
        }

        var isHeredoc = string.CompareOrdinal(Source, open, Heredoc, 0, Heredoc.Length) == 0;
        var closing = isHeredoc
            ? Heredoc
            : Source[open] switch
            {
                '(' => ")",
                '[' => "]",
                '{' => "}",
                '<' => ">",
                var same => same.ToString(),
            };
        At = open + (isHeredoc ? Heredoc.Length : 1);
        var end = Source.IndexOf(closing, At, StringComparison.Ordinal);
        At = end < 0 ? Source.Length : end + closing.Length;
        Emit(TokenKind.Pattern, start, At);
        return true;
    }
}
