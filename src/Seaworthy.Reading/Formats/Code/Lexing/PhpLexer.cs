using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Code.Lexing;

/// <summary>
/// PHP. What is outside <c>&lt;?php … ?&gt;</c> is a page and has no tokens; variables keep their sign; a name with its namespace is one token.
/// </summary>
/// <remarks>Source: PHP Language Specification, "Lexical Structure".</remarks>
internal sealed class PhpLexer(SourceFile file, int length) : CodeLexer(file, Language.Php, length)
{
    private static readonly StringForm Text = new('"', 1, 0, Escapes: true, Doubles: false, IsMultiline: true);

    private bool isInPage = true;

    protected override bool IsNamedHole => Here == '$' && IsNameStart(Peek(1));

    protected override void ReadToken()
    {
        if (isInPage)
        {
            SkipPage();
            return;
        }

        var character = Here;
        if (character == '$' && IsNameStart(Peek(1)))
        {
            ReadVariable();
        }
        else if (IsNameStart(character) || (character == '\\' && IsNameStart(Peek(1))))
        {
            ReadName();
        }
        else if (char.IsAsciiDigit(character))
        {
            ReadNumber();
        }
        else if (character == '\'')
        {
            var start = At++;
            ReadLongString(start, "'", escapes: true);
        }
        else if (character == '"')
        {
            ReadQuoted(Text);
        }
        else if (!ReadComment() && !ReadHereDocument() && !ReadBracket())
        {
            ReadSign();
        }
    }

    protected override bool IsNamePart(char character) => character == '\\' || base.IsNamePart(character);

    /// <summary><c>"$name"</c>, and <c>"$name->member"</c>, which goes one member deep.</summary>
    protected override void ReadNamedHole(StringForm form)
    {
        Open(Brackets.Hole, 0, form);
        ReadVariable();
        if (Follows("->") && IsNameStart(Peek(2)))
        {
            ReadOperator();
            ReadVariable();
        }

        Close(Brackets.Hole, 0);
    }

    protected override int HoleAt(StringForm form) =>
        Here == '{' && Peek(1) == '$' ? 1
        : Here == '$' && Peek(1) == '{' ? 2
        : 0;

    private void ReadVariable()
    {
        var start = At++;
        while (base.IsNamePart(Here))
        {
            At++;
        }

        Emit(TokenKind.Name, start, At);
    }

    private void ReadSign()
    {
        isInPage = Follows("?>");
        ReadOperator();
    }

    /// <summary>To the next tag that opens code. A declaration of XML opens none.</summary>
    private void SkipPage()
    {
        var next = Source.AsSpan(At).IndexOf("<?", StringComparison.Ordinal);
        At = next < 0 ? Source.Length : At + next;
        isInPage = At >= Source.Length || Follows("<?xml");
        At = Math.Min(
            Source.Length,
            At
                + (
                    Follows("<?php") ? 5
                    : Follows("<?=") ? 3
                    : 2
                )
        );
    }

    private bool ReadComment()
    {
        if (Follows("/*"))
        {
            At += 2;
            SkipPast("*/");
            return true;
        }

        if (!Follows("//") && !(Here == '#' && Peek(1) != '['))
        {
            return false;
        }

        // A tag that ends the code ends the comment.
        while (At < Source.Length && Here != '\n' && !Follows("?>"))
        {
            At++;
        }

        return true;
    }

    /// <summary>A text of many lines counts as one that is not followed.</summary>
    private bool ReadHereDocument()
    {
        if (!Follows("<<<"))
        {
            return false;
        }

        var at = At + 3;
        while (at < Source.Length && Source[at] is ' ' or '\t' or '"' or '\'')
        {
            at++;
        }

        var start = at;
        while (at < Source.Length && base.IsNamePart(Source[at]))
        {
            at++;
        }

        if (at == start)
        {
            return false;
        }

        var end = EndOf(Source[start..at], at);
        Emit(TokenKind.Pattern, At, end);
        At = end;
        return true;
    }

    /// <summary>Behind the name that stands first on its line again.</summary>
    private int EndOf(string name, int from)
    {
        for (var line = Source.IndexOf('\n', from); line >= 0; line = Source.IndexOf('\n', line + 1))
        {
            var at = line + 1;
            while (at < Source.Length && Source[at] is ' ' or '\t')
            {
                at++;
            }

            var end = at + name.Length;
            if (string.CompareOrdinal(Source, at, name, 0, name.Length) == 0 && (end >= Source.Length || !base.IsNamePart(Source[end])))
            {
                return Math.Min(end, Source.Length);
            }
        }

        return Source.Length;
    }
}
