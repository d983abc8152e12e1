using System.Collections.Frozen;
using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>JavaScript and TypeScript, with JSX where the file name allows it. Source: ECMA-262, "Lexical Grammar"; the JSX specification.</summary>
internal sealed class JavaScriptLexer(SourceFile file, Language language, int length)
    : CodeLexer(file, language, length, ComponentScript.IsIn(file.Path) ? ComponentScript.Of(file.Path, file.Text) : null)
{
    private static readonly FrozenSet<string> BeforeExpression = new[]
    {
        "return",
        "typeof",
        "instanceof",
        "in",
        "of",
        "new",
        "delete",
        "void",
        "throw",
        "case",
        "do",
        "else",
        "yield",
        "await",
        "default",
        "extends",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> beforeExpression = BeforeExpression.GetAlternateLookup<
        ReadOnlySpan<char>
    >();
    private readonly bool hasMarkup = !file.Path.EndsWith("ts", StringComparison.Ordinal) && !ComponentScript.IsIn(file.Path);
    private readonly Dictionary<string, int> lastClosing = new(StringComparer.Ordinal);
    private int noPatternUntil;

    protected override bool IsInMarkup => Innermost.Bracket == Brackets.Markup;

    protected override void ReadToken()
    {
        switch (Innermost.Bracket)
        {
            case Brackets.Markup:
                ReadMarkupText();
                return;
            case Brackets.Tag:
                ReadInTag();
                return;
        }

        var character = Here;
        if (IsNameStart(character) || character == '$' || (character == '#' && IsNameStart(Peek(1))))
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character) || (character == '.' && char.IsAsciiDigit(Peek(1))))
        {
            ReadNumber();
        }
        else if (character is '"' or '\'')
        {
            ReadLineString(At, character);
        }
        else if (character == '`')
        {
            Open(Brackets.Template, 1, new StringForm('`', 1, 0, Escapes: true, Doubles: false, IsMultiline: true));
        }
        else if (!ReadComment() && !ReadBracket() && !ReadPattern() && !ReadTagStart())
        {
            ReadOperator();
        }
    }

    protected override bool IsNamePart(char character) => character == '$' || base.IsNamePart(character);

    private bool ReadComment()
    {
        if (Follows("//") || (At == 0 && Follows("#!")))
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

    // After a value "/" divides; where an expression begins it opens a regular expression.
    private bool ReadPattern()
    {
        if (Here != '/' || At < noPatternUntil || !IsExpressionNext())
        {
            return false;
        }

        var inClass = false;
        var end = At + 1;
        for (; end < Source.Length && Source[end] != '\n'; end++)
        {
            var character = Source[end];
            if (character == '\\')
            {
                end++;
            }
            else if (character is '[' or ']')
            {
                inClass = character == '[';
            }
            else if (character == '/' && !inClass)
            {
                var start = At;
                At = end + 1;
                while (char.IsAsciiLetter(Here))
                {
                    At++;
                }

                Emit(TokenKind.Pattern, start, At);
                return true;
            }
        }

        noPatternUntil = end;
        return false;
    }

    private bool IsExpressionNext() =>
        Last switch
        {
            null or { Kind: TokenKind.Open } => true,
            { Kind: TokenKind.Operator } token => !(
                TextOf(token) is "++" or "--" or "!" && Tokens.Length > 1 && Tokens[^2].Kind is TokenKind.Name or TokenKind.Close
            ),
            { Kind: TokenKind.Name } token => beforeExpression.Contains(TextOf(token)),
            { Kind: TokenKind.Close, Bracket: Brackets.Brace } => true,
            _ => false,
        };

    private bool ReadTagStart()
    {
        if (!hasMarkup || Here != '<' || !(IsNameStart(Peek(1)) || Peek(1) == '>') || !IsExpressionNext() || IsTypeParameter())
        {
            return false;
        }

        OpenTag(1);
        return true;
    }

    // "<T,>(x) => …" and "<T extends U>(x) => …" are generic functions, not markup.
    private bool IsTypeParameter()
    {
        var end = At + 1;
        while (end < Source.Length && base.IsNamePart(Source[end]))
        {
            end++;
        }

        var rest = Source.AsSpan(end, Math.Min(12, Source.Length - end)).TrimStart();
        return rest.StartsWith(",") || rest.StartsWith("extends ", StringComparison.Ordinal);
    }

    private void OpenTag(int length)
    {
        Open(Brackets.Tag, length);
        var start = At;
        while (base.IsNamePart(Here) || Here is '.' or '-' or ':')
        {
            At++;
        }

        if (At > start)
        {
            Emit(TokenKind.Name, start, At);
        }
    }

    private void ReadInTag()
    {
        if (Follows("/>"))
        {
            Close(Brackets.Tag, 2);
        }
        else if (Here == '>')
        {
            EndTag();
        }
        else if (IsNameStart(Here))
        {
            ReadAttributeName();
        }
        else if (Here is '"' or '\'')
        {
            var quote = Here;
            var start = At++;
            ReadLongString(start, quote == '"' ? "\"" : "'", escapes: false);
        }
        else if (!ReadComment() && !ReadBracket())
        {
            ReadOperator();
        }
    }

    private void ReadAttributeName()
    {
        var start = At;
        while (base.IsNamePart(Here) || Here is '-' or ':')
        {
            At++;
        }

        Emit(TokenKind.Name, start, At);
    }

    private void EndTag()
    {
        var isClosing = Tokens[Innermost.Token].Length == 2;
        var name = NameOfTag(Innermost.Token);
        Close(Brackets.Tag, 1);
        if (isClosing)
        {
            if (Innermost.Bracket == Brackets.Markup)
            {
                Leave();
            }
        }
        else if (LastClosing(name) >= At)
        {
            Enter(Brackets.Markup);
        }
    }

    private string NameOfTag(int open) =>
        open + 1 < Tokens.Length && Tokens[open + 1] is { Kind: TokenKind.Name } token && token.Start == Tokens[open].End
            ? TextOf(token).ToString()
            : "";

    // Text follows only a tag that is closed later: a type argument taken for a tag must not swallow the rest of the file.
    private int LastClosing(string name)
    {
        if (!lastClosing.TryGetValue(name, out var last))
        {
            last = Source.LastIndexOf("</" + name, StringComparison.Ordinal);
            lastClosing[name] = last;
        }

        return last;
    }

    private void ReadMarkupText()
    {
        var next = Source.AsSpan(At).IndexOfAny('<', '{');
        At = next < 0 ? Source.Length : At + next;
        if (Here == '{')
        {
            Open(Brackets.Brace, 1);
        }
        else if (Follows("</"))
        {
            OpenTag(2);
        }
        else if (Here == '<' && (IsNameStart(Peek(1)) || Peek(1) == '>'))
        {
            OpenTag(1);
        }
        else if (At < Source.Length)
        {
            At++;
        }
    }
}
