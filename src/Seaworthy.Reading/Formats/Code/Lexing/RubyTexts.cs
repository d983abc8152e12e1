using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>Ruby's comments, strings, symbols, lists of words, here-documents and regular expressions.</summary>
internal abstract class RubyTexts(SourceFile file, int length) : CodeLexer(file, Language.Ruby, length)
{
    private static readonly StringForm Quoted = new('"', 1, 0, Escapes: true, Doubles: false, IsMultiline: true);

    private readonly Queue<string> documents = new();

    protected override int HoleAt(StringForm form) => Here == '#' && Peek(1) == '{' ? 2 : 0;

    /// <summary>The text of a here-document begins on the next line.</summary>
    protected override void OnLineBreak()
    {
        base.OnLineBreak();
        while (documents.TryDequeue(out var name))
        {
            SkipDocument(name);
        }
    }

    protected bool ReadComment()
    {
        if (StartsLine && (At == 0 || Source[At - 1] == '\n') && Follows("=begin"))
        {
            SkipPast("\n=end");
            SkipLine();
            return true;
        }

        if (Here != '#')
        {
            return false;
        }

        SkipLine();
        return true;
    }

    protected bool ReadLiteral()
    {
        switch (Here)
        {
            case '\'':
                var start = At++;
                ReadLongString(start, "'", escapes: true);
                return true;
            case '"':
                ReadQuoted(Quoted);
                return true;
            case '`':
                ReadQuotedPattern('`');
                return true;
            case ':' when Peek(1) != ':' && (IsNameStart(Peek(1)) || Peek(1) is '"' or '@'):
                ReadSymbol();
                return true;
            case '%':
                return ReadPercent();
            case '<' when Peek(1) == '<':
                return ReadHereDocument();
            case '/' when IsExpressionNext():
                return ReadPattern();
            default:
                return false;
        }
    }

    private void ReadSymbol()
    {
        var start = At++;
        if (Here == '"')
        {
            At++;
            ReadLongString(start, "\"", escapes: true);
            return;
        }

        while (IsNamePart(Here) || Here == '@')
        {
            At++;
        }

        At += Here is '?' or '!' && Peek(1) != '=' ? 1 : 0;
        Emit(TokenKind.String, start, At);
    }

    /// <summary><c>%w[a b]</c> is a list of texts; <c>%r{…}</c> and the other forms are not followed.</summary>
    private bool ReadPercent()
    {
        var kind = Peek(1);
        var open = Peek(2);
        if (kind is not ('w' or 'i' or 'W' or 'I' or 'q' or 'Q' or 'r') || open is not ('[' or '(' or '{' or '<' or '|' or '!' or '/'))
        {
            return false;
        }

        var close = open switch
        {
            '[' => ']',
            '(' => ')',
            '{' => '}',
            '<' => '>',
            _ => open,
        };
        var end = Source.IndexOf(close, At + 3);
        end = end < 0 ? Source.Length : end;
        if (kind is 'w' or 'i' or 'W' or 'I')
        {
            ReadWords(end);
        }
        else
        {
            var stop = Math.Min(Source.Length, end + 1);
            Emit(TokenKind.Pattern, At, stop);
            At = stop;
        }

        return true;
    }

    private void ReadWords(int end)
    {
        Open(Brackets.Square, 3);
        while (At < end)
        {
            var start = At;
            while (At < end && !char.IsWhiteSpace(Source[At]))
            {
                At++;
            }

            if (At > start)
            {
                Emit(TokenKind.String, start, At);
            }

            At += At < end ? 1 : 0;
        }

        Close(Brackets.Square, end < Source.Length ? 1 : 0);
    }

    private bool ReadHereDocument()
    {
        var at = At + 2;
        var hasMark = at < Source.Length && Source[at] is '~' or '-';
        at += hasMark ? 1 : 0;
        var quote = at < Source.Length && Source[at] is '"' or '\'' or '`' ? Source[at++] : '\0';
        var start = at;
        while (at < Source.Length && IsNamePart(Source[at]))
        {
            at++;
        }

        // "list <<ITEM" appends.
        if (at == start || (!hasMark && (quote == '\0' && !char.IsAsciiLetterUpper(Source[start]) || !IsExpressionNext())))
        {
            return false;
        }

        documents.Enqueue(Source[start..at]);
        at += quote == '\0' ? 0 : 1;
        at = Math.Min(at, Source.Length);
        Emit(TokenKind.Pattern, At, at);
        At = at;
        return true;
    }

    private void SkipDocument(string name)
    {
        while (At < Source.Length)
        {
            var stop = Source.IndexOf('\n', At);
            var end = stop < 0 ? Source.Length : stop;
            var isLast = Source.AsSpan(At, end - At).Trim().SequenceEqual(name);
            At = Math.Min(Source.Length, end + (stop < 0 ? 0 : 1));
            if (isLast)
            {
                return;
            }
        }
    }

    private bool ReadPattern()
    {
        for (var end = At + 1; end < Source.Length && Source[end] != '\n'; end++)
        {
            if (Source[end] == '\\')
            {
                end++;
            }
            else if (Source[end] == '/')
            {
                Emit(TokenKind.Pattern, At, end + 1);
                At = end + 1;
                while (char.IsAsciiLetter(Here))
                {
                    At++;
                }

                return true;
            }
        }

        return false;
    }

    private void ReadQuotedPattern(char quote)
    {
        var end = Source.IndexOf(quote, At + 1);
        var stop = end < 0 ? Source.Length : end + 1;
        Emit(TokenKind.Pattern, At, stop);
        At = stop;
    }

    // After a value "/" divides.
    private bool IsExpressionNext() =>
        Last switch
        {
            null or { Kind: TokenKind.Open or TokenKind.Operator } => true,
            { Kind: TokenKind.Name } token => RubyWords.All.Contains(TextOf(token).ToString()),
            _ => false,
        };
}
