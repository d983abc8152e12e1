using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Go. Source: The Go Programming Language Specification, "Lexical elements".</summary>
internal sealed class GoLexer(SourceFile file, int length) : CodeLexer(file, Language.Go, length)
{
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
        else if (character is '"' or '\'')
        {
            ReadLineString(At, character);
        }
        else if (character == '`')
        {
            var start = At++;
            ReadLongString(start, "`", escapes: false);
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
