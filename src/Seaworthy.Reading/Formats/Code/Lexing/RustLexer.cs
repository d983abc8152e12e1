using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Rust. Source: The Rust Reference, "Lexical structure".</summary>
internal sealed class RustLexer(SourceFile file, int length) : CodeLexer(file, Language.Rust, length)
{
    protected override void ReadToken()
    {
        var character = Here;
        if (IsStringPrefix(out var prefix))
        {
            ReadPrefixedString(prefix);
        }
        else if (character == 'r' && Peek(1) == '#' && IsNameStart(Peek(2)))
        {
            At += 2;
            ReadName();
        }
        else if (IsNameStart(character))
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character == '"')
        {
            var start = At++;
            ReadLongString(start, "\"", escapes: true);
        }
        else if (character == '\'')
        {
            ReadQuote(At);
        }
        else if (!ReadComment() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    private bool IsStringPrefix(out int prefix)
    {
        prefix = 0;
        while (prefix < 2 && Peek(prefix) is 'b' or 'r' or 'c')
        {
            prefix++;
        }

        if (prefix == 0)
        {
            return false;
        }

        var hashes = prefix;
        while (Source[At + prefix - 1] == 'r' && Peek(hashes) == '#')
        {
            hashes++;
        }

        return Peek(hashes) == '"' || (prefix == 1 && Here == 'b' && Peek(1) == '\'');
    }

    private void ReadPrefixedString(int prefix)
    {
        var start = At;
        var isRaw = Source[At + prefix - 1] == 'r';
        At += prefix;
        if (Here == '\'')
        {
            ReadQuote(start);
            return;
        }

        var hashes = At;
        while (Here == '#')
        {
            At++;
        }

        hashes = At - hashes;
        At++;
        ReadLongString(start, "\"" + new string('#', hashes), escapes: !isRaw);
    }

    // 'a' is a character, 'a a lifetime.
    private void ReadQuote(int start)
    {
        if (Peek(1) == '\\')
        {
            ReadLineString(start, '\'');
        }
        else if (Peek(2) == '\'' || (char.IsHighSurrogate(Peek(1)) && Peek(3) == '\''))
        {
            At += Peek(2) == '\'' ? 3 : 4;
            Emit(TokenKind.String, start, At);
        }
        else
        {
            At++;
            while (IsNamePart(Here))
            {
                At++;
            }

            Emit(TokenKind.Lifetime, start, At);
        }
    }

    private bool ReadComment()
    {
        if (Follows("//"))
        {
            SkipLine();
            return true;
        }

        if (!Follows("/*"))
        {
            return false;
        }

        var depth = 0;
        while (At < Source.Length)
        {
            var step =
                Follows("/*") ? 1
                : Follows("*/") ? -1
                : 0;
            depth += step;
            At += step == 0 ? 1 : 2;
            if (depth == 0)
            {
                break;
            }
        }

        return true;
    }
}
