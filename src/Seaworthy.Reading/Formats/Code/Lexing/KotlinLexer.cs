using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Kotlin. Source: Kotlin language specification, "Lexical grammar". Comments inside comments are taken to end with the first.</summary>
internal sealed class KotlinLexer(SourceFile file, int length) : CodeLexer(file, Language.Kotlin, length)
{
    protected override bool IsNamedHole => Here == '$' && IsNameStart(Peek(1));

    protected override void ReadToken()
    {
        var character = Here;
        if (IsNameStart(character))
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character == '"')
        {
            ReadString();
        }
        else if (character == '\'')
        {
            ReadLineString(At, character);
        }
        else if (Follows("//"))
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

    /// <summary>Strings without holes are one token, as everywhere.</summary>
    private void ReadString()
    {
        var isRaw = Follows("\"\"\"");
        var form = new StringForm('"', isRaw ? 3 : 1, 0, !isRaw, Doubles: false, isRaw);
        if (HasHole(form))
        {
            Open(Brackets.Template, form.Quotes, form);
        }
        else if (isRaw)
        {
            var start = At;
            At += 3;
            ReadLongString(start, "\"\"\"", escapes: false);
        }
        else
        {
            ReadLineString(At, '"');
        }
    }

    private bool HasHole(StringForm form)
    {
        for (var at = At + form.Quotes; at < Source.Length; at++)
        {
            switch (Source[at])
            {
                case '\\' when form.Escapes:
                    at++;
                    break;
                case '$' when at + 1 < Source.Length && (Source[at + 1] == '{' || IsNameStart(Source[at + 1])):
                    return true;
                case '"' when !form.IsMultiline || string.CompareOrdinal(Source, at, "\"\"\"", 0, 3) == 0:
                case '\n' when !form.IsMultiline:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }
}
