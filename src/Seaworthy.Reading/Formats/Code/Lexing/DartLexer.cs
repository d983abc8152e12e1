using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Dart. Source: Dart language specification, "Lexical Rules" and "Strings". Comments inside comments are taken to end with the first.</summary>
internal sealed class DartLexer(SourceFile file, int length) : CodeLexer(file, Language.Dart, length)
{
    protected override bool IsNamedHole => Here == '$' && IsNameStart(Peek(1));

    protected override bool IsNamePart(char character) => base.IsNamePart(character) || character == '$';

    protected override void ReadNamedHole(StringForm form)
    {
        Open(Brackets.Hole, 1, form);
        var start = At++;
        while (base.IsNamePart(Here))
        {
            At++;
        }

        Emit(TokenKind.Name, start, At);
        Close(Brackets.Hole, 0);
    }

    protected override void ReadToken()
    {
        var character = Here;
        if (character == 'r' && Peek(1) is '"' or '\'')
        {
            ReadRawString();
        }
        else if (IsNameStart(character) || character == '$')
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character is '"' or '\'')
        {
            ReadString(character);
        }
        else if (Follows("//") || (At == 0 && Follows("#!")))
        {
            SkipLine();
        }
        else if (Follows("/*"))
        {
            At += 2;
            SkipPast("*/");
        }
        else if (!ReadBracket())
        {
            ReadOperator();
        }
    }

    private void ReadRawString()
    {
        var start = At++;
        var quote = Here;
        if (IsTriple(quote))
        {
            At += 3;
            ReadLongString(start, new string(quote, 3), escapes: false);
        }
        else
        {
            At++;
            ReadLongString(start, quote == '"' ? "\"" : "'", escapes: false);
        }
    }

    /// <summary>Strings without holes are one token, as everywhere.</summary>
    private void ReadString(char quote)
    {
        var isLong = IsTriple(quote);
        StringForm form = new(quote, isLong ? 3 : 1, 0, Escapes: true, Doubles: false, isLong);
        if (HasHole(form))
        {
            Open(Brackets.Template, form.Quotes, form);
        }
        else if (isLong)
        {
            var start = At;
            At += 3;
            ReadLongString(start, new string(quote, 3), escapes: true);
        }
        else
        {
            ReadLineString(At, quote);
        }
    }

    private bool IsTriple(char quote) => Here == quote && Peek(1) == quote && Peek(2) == quote;

    private bool HasHole(StringForm form)
    {
        for (var at = At + form.Quotes; at < Source.Length; at++)
        {
            switch (Source[at])
            {
                case '\\':
                    at++;
                    break;
                case '$' when at + 1 < Source.Length && (Source[at + 1] == '{' || IsNameStart(Source[at + 1])):
                    return true;
                case '\n' when !form.IsMultiline:
                    return false;
                case var other when other == form.Quote && IsEnd(at, form):
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    private bool IsEnd(int at, StringForm form) =>
        !form.IsMultiline || (at + 2 < Source.Length && Source[at + 1] == form.Quote && Source[at + 2] == form.Quote);
}
