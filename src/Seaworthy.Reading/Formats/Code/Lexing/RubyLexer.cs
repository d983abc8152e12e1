using System.Collections.Frozen;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>
/// Ruby. What <c>end</c> closes is a block; a method that is called without brackets gets brackets without length around its arguments, so that it is a call like any other.
/// </summary>
/// <remarks>Source: Ruby documentation, "Literals", "Calling Methods", "Control Expressions".</remarks>
internal sealed class RubyLexer(SourceFile file, int length) : RubyTexts(file, length)
{
    // Tells the brackets that nobody wrote from the others.
    private const int Unwritten = -7;

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words = RubyWords.All.GetAlternateLookup<ReadOnlySpan<char>>();
    private bool awaitsLoop;

    protected override void ReadToken()
    {
        var character = Here;
        if (IsNameStart(character) || (character is '@' or '$' && (IsNameStart(Peek(1)) || Peek(1) == '@')))
        {
            ReadWord();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character is ')' or ']' or '}')
        {
            EndCalls();
            ReadBracket();
        }
        else if (character == ';')
        {
            EndCalls();
            ReadOperator();
        }
        else if (!ReadComment() && !ReadLiteral() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    protected override void OnLineBreak()
    {
        if (!Continues())
        {
            EndCalls();
            awaitsLoop = false;
        }

        base.OnLineBreak();
    }

    protected override void Finish() => EndCalls();

    private bool Continues() => Last is { Kind: TokenKind.Operator } last && TextOf(last) is not ("|" or "?" or "!");

    private void EndCalls()
    {
        while (Innermost is { Bracket: Brackets.Paren, Column: Unwritten })
        {
            Close(Brackets.Paren, 0);
        }
    }

    private void ReadWord()
    {
        var start = At;
        var isMember = Last is { Kind: TokenKind.Operator } dot && TextOf(dot) is "." or "&.";
        var end = EndOfWord();
        var word = Source.AsSpan(start, end - start);
        var isLabel = end < Source.Length && Source[end] == ':' && !(end + 1 < Source.Length && Source[end + 1] == ':');
        if (isMember || isLabel || !words.Contains(word))
        {
            var isDeclared = Last is { Kind: TokenKind.Open, Bracket: Brackets.Block } open && TextOf(open) is "def" or "class" or "module";
            At = end;
            Emit(TokenKind.Name, start, end);
            if (!isLabel && !isDeclared)
            {
                BeginCall();
            }
        }
        else
        {
            ReadKeyword(word.ToString(), start, end);
        }
    }

    private int EndOfWord()
    {
        var end = At + 1;
        while (end < Source.Length && (IsNamePart(Source[end]) || Source[end] == '@'))
        {
            end++;
        }

        // "valid?", "save!"; not "x != y" or "x ?y".
        return end < Source.Length && Source[end] is '?' or '!' && !(end + 1 < Source.Length && Source[end + 1] is '=' or '~')
            ? end + 1
            : end;
    }

    private void ReadKeyword(string word, int start, int end)
    {
        var isFirst = IsFirst();
        if (RubyWords.Ends.Contains(word))
        {
            EndCalls();
        }

        if (word == "end")
        {
            if (!Close(Brackets.Block, 3))
            {
                At = end;
            }
        }
        else if (
            (RubyWords.Openers.Contains(word) && !(word == "do" && awaitsLoop) && !(word == "def" && IsEndless(end)))
            || (RubyWords.Conditions.Contains(word) && isFirst)
        )
        {
            awaitsLoop = RubyWords.Loops.Contains(word);
            Open(Brackets.Block, end - start);
        }
        else
        {
            awaitsLoop &= word != "do";
            At = end;
            Emit(TokenKind.Name, start, end);
        }
    }

    /// <summary>Whether a statement or an expression begins here: a condition behind one only qualifies it.</summary>
    private bool IsFirst() =>
        StartsLine
        || Last is null or { Kind: TokenKind.Open }
        || (Last is { Kind: TokenKind.Operator } last && TextOf(last) is not ("|" or "?" or "!"))
        || (Last is { Kind: TokenKind.Name } name && TextOf(name) is "then" or "else");

    // "def port = 80"
    private bool IsEndless(int from)
    {
        var line = Source.AsSpan(from);
        var stop = line.IndexOf('\n');
        line = stop < 0 ? line : line[..stop];
        var equals = line.IndexOf(" = ");
        if (equals < 0)
        {
            return false;
        }

        var head = line[..equals].TrimEnd();
        var open = head.IndexOf('(');
        return open < 0 ? !head.Trim().Contains(' ') : head[^1] == ')' && head.IndexOf(')') == head.Length - 1;
    }

    /// <summary>Opens the arguments of a method that has no brackets: <c>get "/x", to: "y"</c>, <c>member do</c>.</summary>
    private void BeginCall()
    {
        if (Here is not (' ' or '\t'))
        {
            return;
        }

        var at = At;
        while (at < Source.Length && Source[at] is ' ' or '\t')
        {
            at++;
        }

        if (!IsArgument(at, out var isBlock))
        {
            return;
        }

        if (isBlock)
        {
            if (Innermost.Column != Unwritten)
            {
                Open(Brackets.Paren, 0, default, Unwritten);
                Close(Brackets.Paren, 0);
            }
        }
        else
        {
            At = at;
            Open(Brackets.Paren, 0, default, Unwritten);
        }
    }

    private bool IsArgument(int at, out bool isBlock)
    {
        isBlock = false;
        var here = at < Source.Length ? Source[at] : '\0';
        var next = at + 1 < Source.Length ? Source[at + 1] : '\0';
        if (IsNameStart(here))
        {
            var end = at;
            while (end < Source.Length && IsNamePart(Source[end]))
            {
                end++;
            }

            var word = Source.AsSpan(at, end - at);
            isBlock = word is "do" && !awaitsLoop;
            return isBlock || !words.Contains(word) || word is "self" or "nil" or "true" or "false" or "not" or "__FILE__" or "case";
        }

        return here is '"' or '\'' or '@' or '$'
            || char.IsAsciiDigit(here)
            || (here == ':' && (IsNameStart(next) || next == '"'))
            || (here == '-' && next == '>')
            || (here == '%' && next is 'w' or 'i' or 'r' or 'q' or 'Q')
            || (here == '/' && next is not (' ' or '='));
    }
}
