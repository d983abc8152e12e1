using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Java. Source: The Java Language Specification, chapter 3, "Lexical Structure".</summary>
internal sealed class JavaLexer(SourceFile file, int length) : CodeLexer(file, Language.Java, length)
{
    protected override bool IsNamePart(char character) => base.IsNamePart(character) || character == '$';

    protected override void ReadToken()
    {
        var character = Here;
        if (IsNameStart(character) || character == '$')
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (Follows("\"\"\""))
        {
            var start = At;
            At += 3;
            ReadLongString(start, "\"\"\"", escapes: true);
        }
        else if (character is '"' or '\'')
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
}
