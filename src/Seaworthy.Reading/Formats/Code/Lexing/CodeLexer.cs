using System.Runtime.InteropServices;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>What the lexers of all languages share: blanks, groups, strings, numbers, operators. One pass, no recursion, no going back.</summary>
internal abstract class CodeLexer(SourceFile file, Language language, int length, string? script = null)
{
    // A closing bracket that does not fit looks this far down for one that does, so that a file of wrong brackets stays linear.
    private const int Reach = 64;

    private readonly List<CodeToken> tokens = new((length / 5) + 16);
    private readonly List<int> partners = new((length / 5) + 16);
    private readonly List<int> parents = new((length / 5) + 16);
    private readonly List<OpenGroup> groups = [];
    private bool startsLine = true;
    private int brokenUntil;

    protected string Source { get; } = length < file.Text.Length ? (script ?? file.Text)[..length] : script ?? file.Text;

    protected int At { get; set; }

    protected char Here => Peek(0);

    /// <summary>Nothing but blanks and comments stand before the next token on its line.</summary>
    protected bool StartsLine => startsLine;

    /// <summary>The group the lexer is in; a blank bracket at the top.</summary>
    protected OpenGroup Innermost => groups.Count > 0 ? groups[^1] : new OpenGroup(' ', -1, default, 0);

    protected int Depth => groups.Count;

    public TokenTrees Lex()
    {
        while (true)
        {
            if (Innermost.Bracket == Brackets.Template && At < Source.Length)
            {
                ReadTemplateText(Innermost.Form);
                continue;
            }

            if (!IsInMarkup && !SkipBlank())
            {
                break;
            }

            if (At >= Source.Length)
            {
                break;
            }

            var before = At;
            var depth = tokens.Count;
            ReadToken();
            if (At == before && depth == tokens.Count)
            {
                At++;
            }
        }

        Finish();
        CloseAll(0);
        return new TokenTrees(file, language, [.. tokens], [.. partners], [.. parents]);
    }

    protected virtual bool IsInMarkup => false;

    /// <summary>Reads one token at a character that is not blank.</summary>
    protected abstract void ReadToken();

    /// <summary>Adds what the end of the file means.</summary>
    protected virtual void Finish() { }

    /// <summary>A line break between tokens, before <see cref="At"/> passes it.</summary>
    protected virtual void OnLineBreak() => At++;

    protected char Peek(int ahead) => At + ahead < Source.Length ? Source[At + ahead] : '\0';

    protected bool Follows(string text) => string.CompareOrdinal(Source, At, text, 0, text.Length) == 0;

    /// <summary>The tokens so far, for lexers that must look back further than <see cref="Last"/>.</summary>
    protected ReadOnlySpan<CodeToken> Tokens => CollectionsMarshal.AsSpan(tokens);

    protected CodeToken? Last => tokens.Count > 0 ? tokens[^1] : null;

    protected ReadOnlySpan<char> TextOf(CodeToken token) => Source.AsSpan(token.Start, token.Length);

    protected void Emit(TokenKind kind, int start, int end, char bracket = ' ')
    {
        tokens.Add(new CodeToken(kind, bracket, startsLine, start, end - start));
        partners.Add(-1);
        parents.Add(groups.Count > 0 ? ParentToken() : -1);
        startsLine = false;
    }

    protected void Open(char bracket, int length, StringForm form = default, int column = 0)
    {
        var token = tokens.Count;
        Emit(TokenKind.Open, At, At + length, bracket);
        groups.Add(new OpenGroup(bracket, token, form, column));
        At += length;
    }

    /// <summary>Closes the innermost group of this kind; a closing bracket that closes nothing becomes an operator.</summary>
    protected bool Close(char bracket, int length)
    {
        var found = FindGroup(bracket);
        if (found < 0)
        {
            Emit(TokenKind.Operator, At, At + length);
            At += length;
            return false;
        }

        CloseAll(found + 1);
        var token = tokens.Count;
        var open = groups[found].Token;
        groups.RemoveAt(found);
        Emit(TokenKind.Close, At, At + length, bracket);
        partners[token] = open;
        partners[open] = token;
        At += length;
        return true;
    }

    /// <summary>Notes a state that has no token of its own.</summary>
    protected void Enter(char bracket) => groups.Add(new OpenGroup(bracket, -1, default, 0));

    protected void Leave() => groups.RemoveAt(groups.Count - 1);

    /// <summary>Ends groups whose closing bracket is missing, down to a depth.</summary>
    protected void CloseAll(int depth)
    {
        for (var index = groups.Count - 1; index >= depth; index--)
        {
            if (groups[index].Token >= 0)
            {
                partners[groups[index].Token] = tokens.Count;
            }

            groups.RemoveAt(index);
        }
    }

    protected OpenGroup GroupAt(int depth) => groups[depth];

    protected void ReadName()
    {
        var start = At++;
        while (IsNamePart(Here))
        {
            At++;
        }

        Emit(TokenKind.Name, start, At);
    }

    protected void ReadNumber()
    {
        var start = At++;
        while (
            char.IsAsciiLetterOrDigit(Here)
            || Here == '_'
            || (Here == '.' && char.IsAsciiDigit(Peek(1)))
            || (Here is '+' or '-' && Source[At - 1] is 'e' or 'E' && !(start + 1 < At && Source[start + 1] is 'x' or 'X'))
        )
        {
            At++;
        }

        Emit(TokenKind.Number, start, At);
    }

    protected void ReadOperator()
    {
        var length = Operators.LengthAt(Source, At, language);
        Emit(TokenKind.Operator, At, At + length);
        At += length;
    }

    /// <summary>Reads a bracket, if there is one.</summary>
    protected bool ReadBracket()
    {
        switch (Here)
        {
            case '(' or '[' or '{':
                Open(Here, 1);
                return true;
            case ')':
                Close(Brackets.Paren, 1);
                return true;
            case ']':
                Close(Brackets.Square, 1);
                return true;
            case '}':
                Close(FindGroup(Brackets.Hole) > FindGroup(Brackets.Brace) ? Brackets.Hole : Brackets.Brace, 1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>A string on one line: to the same quote, past escapes. Left open at the end of the line, the quote is an operator by itself (an apostrophe in text).</summary>
    protected void ReadLineString(int start, char quote)
    {
        if (At < brokenUntil)
        {
            ReadOpenString(start);
            return;
        }

        var end = At + 1;
        for (; end < Source.Length && Source[end] != '\n'; end++)
        {
            if (Source[end] == '\\')
            {
                end += Source.AsSpan(end + 1).StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
            }
            else if (Source[end] == quote)
            {
                At = end + 1;
                Emit(TokenKind.String, start, At);
                return;
            }
        }

        // Another quote on this line is no string either: trying each would cost the square of the line.
        brokenUntil = Math.Min(end, Source.Length);
        ReadOpenString(start);
    }

    /// <summary>A string to a closing sequence wherever that is.</summary>
    protected void ReadLongString(int start, string closing, bool escapes)
    {
        var end = At;
        while (end < Source.Length)
        {
            var next = escapes
                ? Source.AsSpan(end).IndexOfAny(closing[0], '\\')
                : Source.AsSpan(end).IndexOf(closing, StringComparison.Ordinal);
            if (next < 0)
            {
                break;
            }

            end += next;
            if (escapes && Source[end] == '\\')
            {
                end += 2;
            }
            else if (string.CompareOrdinal(Source, end, closing, 0, closing.Length) == 0)
            {
                At = end + closing.Length;
                Emit(TokenKind.String, start, At);
                return;
            }
            else
            {
                end++;
            }
        }

        At = Source.Length;
        Emit(TokenKind.String, start, At);
    }

    /// <summary>A text in double quotes: a template when a hole is in it, else plain.</summary>
    protected void ReadQuoted(StringForm form)
    {
        if (HasHole(form))
        {
            Open(Brackets.Template, form.Quotes, form);
            return;
        }

        var start = At++;
        ReadLongString(start, "\"", escapes: true);
    }

    private bool HasHole(StringForm form)
    {
        var (start, isFound) = (At, false);
        for (At++; At < Source.Length && Here != form.Quote && !isFound; At++)
        {
            if (Here == '\\')
            {
                At++;
            }
            else
            {
                isFound = IsNamedHole || HoleAt(form) > 0;
            }
        }

        At = start;
        return isFound;
    }

    protected void SkipLine()
    {
        var end = Source.AsSpan(At).IndexOf('\n');
        At = end < 0 ? Source.Length : At + end;
    }

    protected void SkipPast(string closing)
    {
        var end = Source.AsSpan(At).IndexOf(closing, StringComparison.Ordinal);
        var stop = end < 0 ? Source.Length : At + end + closing.Length;
        startsLine |= Source.AsSpan(At, stop - At).Contains('\n');
        At = stop;
    }

    protected static bool IsNameStart(char character) =>
        char.IsAsciiLetter(character) || character == '_' || (character > 127 && char.IsLetter(character));

    protected virtual bool IsNamePart(char character) => IsNameStart(character) || char.IsAsciiDigit(character);

    private int ParentToken()
    {
        for (var index = groups.Count - 1; index >= 0; index--)
        {
            if (groups[index].Token >= 0)
            {
                return groups[index].Token;
            }
        }

        return -1;
    }

    private void ReadOpenString(int start)
    {
        Emit(TokenKind.Operator, start, start + 1);
        At = start + 1;
    }

    private bool SkipBlank()
    {
        while (At < Source.Length)
        {
            var character = Source[At];
            if (character == '\n')
            {
                startsLine = true;
                OnLineBreak();
            }
            else if (character is ' ' or '\t' or '\r' or '\f' or '\v' or '\u00a0' or '\ufeff')
            {
                At++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private int FindGroup(char bracket)
    {
        for (var index = groups.Count - 1; index >= 0 && index >= groups.Count - Reach; index--)
        {
            if (groups[index].Bracket == bracket)
            {
                return index;
            }

            // A hole or a block is not left by a bracket of what it is in.
            if (groups[index].Bracket is Brackets.Hole or Brackets.Block or Brackets.Markup)
            {
                return -1;
            }
        }

        return -1;
    }

    private void ReadTemplateText(StringForm form)
    {
        var start = At;
        while (At < Source.Length)
        {
            var character = Source[At];
            if (character == form.Quote && IsClosing(form))
            {
                EmitText(start);
                Close(Brackets.Template, form.Quotes);
                return;
            }

            if (character == '\n' && !form.IsMultiline)
            {
                EmitText(start);
                Close(Brackets.Template, 0);
                return;
            }

            if (IsNamedHole)
            {
                EmitText(start);
                ReadNamedHole(form);
                return;
            }

            if (HoleAt(form) is var holeLength and > 0)
            {
                EmitText(start);
                Open(Brackets.Hole, holeLength, form);
                return;
            }

            At += StepInTemplate(form);
        }

        At = Source.Length;
        EmitText(start);
    }

    /// <summary>Whether a hole without braces begins here: <c>$name</c>.</summary>
    protected virtual bool IsNamedHole => false;

    /// <summary>Reads a hole without braces.</summary>
    protected virtual void ReadNamedHole(StringForm form)
    {
        Open(Brackets.Hole, 1, form);
        ReadName();
        Close(Brackets.Hole, 0);
    }

    private void EmitText(int start)
    {
        if (At > start)
        {
            Emit(TokenKind.Text, start, At);
        }
    }

    private bool IsClosing(StringForm form)
    {
        if (form.Doubles && Peek(1) == form.Quote)
        {
            return false;
        }

        for (var index = 0; index < form.Quotes; index++)
        {
            if (Peek(index) != form.Quote)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How many characters open a hole here; 0 when none begins.</summary>
    protected virtual int HoleAt(StringForm form)
    {
        if (form.HoleBraces == 0)
        {
            return Here == '$' && Peek(1) == '{' ? 2 : 0;
        }

        if (Here != '{' || (form.HoleBraces == 1 && Peek(1) == '{'))
        {
            return 0;
        }

        for (var index = 0; index < form.HoleBraces; index++)
        {
            if (Peek(index) != '{')
            {
                return 0;
            }
        }

        return form.HoleBraces;
    }

    private int StepInTemplate(StringForm form) =>
        Here switch
        {
            '\\' when form.Escapes => 2,
            _ when form.Doubles && Here == form.Quote => 2,
            '{' or '}' when form.HoleBraces == 1 && Peek(1) == Here => 2,
            _ => 1,
        };
}
