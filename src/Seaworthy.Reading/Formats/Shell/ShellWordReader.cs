using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads one word: quoting undone, variables and substitutions kept as parts.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.2 "Quoting" and 2.6 "Word Expansions"; Bash Reference Manual, 3.1.2 and 3.5.</remarks>
internal static class ShellWordReader
{
    public static bool IsWordEnd(char character) =>
        character is ' ' or '\t' or '\n' or '\r' or ';' or '&' or '|' or '<' or '>' or '(' or ')' or '\0';

    /// <summary>Reads the word that begins here.</summary>
    /// <param name="takesOperators">Inside <c>[[ … ]]</c>, where parentheses, bars and angle brackets are part of an expression.</param>
    /// <param name="isExpression">Behind <c>=~</c>, where a group in parentheses belongs to the word, whatever is in it.</param>
    public static WordSyntax Read(ShellCursor cursor, bool takesOperators = false, bool isExpression = false)
    {
        WordBuilder word = new();
        var start = cursor.At;
        ReadTilde(cursor, word);
        while (!cursor.IsAtEnd)
        {
            if (!IsWordEnd(cursor.Current))
            {
                ReadUnquoted(cursor, word);
            }
            else if (isExpression && cursor.Current == '(')
            {
                ReadExpressionGroup(cursor, word);
            }
            else if (cursor.Current is ' ' or '\t' or '\n' or '\r' or ';' or '\0' || !TakesSpecial(cursor, word, start, takesOperators))
            {
                break;
            }
        }

        return word.Build(cursor, start);
    }

    /// <summary>The commands inside the substitutions of a here-document's body.</summary>
    public static IReadOnlyList<ShellNode.Sequence> ReadHereDocument(ShellCursor cursor)
    {
        List<ShellNode.Sequence> found = [];
        while (!cursor.IsAtEnd)
        {
            if (cursor.Current == '\\')
            {
                cursor.At += 2;
            }
            else if (cursor.Current is '`' || (cursor.Current == '$' && cursor.Peek() == '('))
            {
                WordBuilder word = new();
                ExpansionReader.Read(cursor, word);
                found.AddRange(word.Build(cursor, cursor.At).Inner);
            }
            else
            {
                cursor.At++;
            }
        }

        return found;
    }

    /// <summary>Takes what usually ends a word and here does not: <c>&lt;(…)</c>, <c>@(a|b)</c>, the parenthesis of an array, an operator inside <c>[[ … ]]</c>.</summary>
    private static bool TakesSpecial(ShellCursor cursor, WordBuilder word, int start, bool takesOperators)
    {
        if (takesOperators)
        {
            word.Append(cursor.Text[cursor.At++]);
            return true;
        }

        if (cursor.Current is '<' or '>' && cursor.Peek() == '(' && cursor.At == start)
        {
            ExpansionReader.ReadProcess(cursor, word);
            return true;
        }

        if (cursor.Current != '(' || cursor.At == start)
        {
            return false;
        }

        switch (cursor.Text[cursor.At - 1])
        {
            case '=' when word.IsPlain:
                ReadArray(cursor, word);
                return true;
            case '@' or '?' or '*' or '+' or '!':
                ReadGroupPattern(cursor, word);
                return true;
            default:
                return false;
        }
    }

    private static void ReadArray(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At;
        List<ShellWord> elements = [];
        foreach (var element in ExpansionReader.ReadArray(cursor))
        {
            elements.Add(element.Word);
            foreach (var inner in element.Inner)
            {
                word.Add(inner);
            }
        }

        word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, start, cursor.At)) { Elements = elements });
    }

    private static void ReadGroupPattern(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At;
        var end = cursor.Text.AsSpan(start, cursor.End - start).IndexOfAny(')', '\n');
        cursor.At =
            end < 0 ? cursor.End
            : cursor.Text[start + end] == ')' ? start + end + 1
            : start + end;
        word.Append(cursor.Text.AsSpan(start, cursor.At - start));
        word.IsPattern = true;
    }

    /// <remarks>Source: Bash Reference Manual, 3.2.5.2, <c>[[…]]</c>; <c>parse.y</c> reads up to the parenthesis that closes the group.</remarks>
    private static void ReadExpressionGroup(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At;
        var depth = 0;
        while (!cursor.IsAtEnd && cursor.Current != '\n')
        {
            var current = cursor.Current;
            cursor.At += current == '\\' ? 2 : 1;
            depth += current switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                break;
            }
        }

        cursor.At = Math.Min(cursor.At, cursor.End);
        word.Append(cursor.Text.AsSpan(start, cursor.At - start));
        word.IsPattern = true;
    }

    private static void ReadTilde(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Current == '~' && (cursor.Peek() == '/' || IsWordEnd(cursor.Peek())))
        {
            word.Add(new ShellPart(ShellPartKind.Variable, "HOME"));
            cursor.At++;
        }
    }

    private static void ReadUnquoted(ShellCursor cursor, WordBuilder word)
    {
        switch (cursor.Current)
        {
            case '\\':
                ReadEscape(cursor, word);
                break;
            case '\'':
                ReadSingleQuoted(cursor, word);
                break;
            case '"':
                ReadDoubleQuoted(cursor, word);
                break;
            case '$' or '`':
                ExpansionReader.Read(cursor, word);
                break;
            case '*' or '?' or '[':
                word.IsPattern |= cursor.Current != '[' || IsBracketExpression(cursor);
                word.Append(cursor.Text[cursor.At++]);
                break;
            case '{':
                word.IsPattern |= IsBraceExpansion(cursor);
                word.Append(cursor.Text[cursor.At++]);
                break;
            default:
                word.Append(cursor.Text[cursor.At++]);
                break;
        }
    }

    private static void ReadEscape(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.ContinuationLength() is > 0 and var length)
        {
            cursor.At += length;
            return;
        }

        word.Quote();
        if (cursor.At + 1 < cursor.End)
        {
            word.Append(cursor.Text[cursor.At + 1]);
        }

        cursor.At = Math.Min(cursor.At + 2, cursor.End);
    }

    public static void ReadSingleQuoted(ShellCursor cursor, WordBuilder word)
    {
        word.Quote();
        var start = cursor.At++;
        while (!cursor.IsAtEnd && cursor.Current != '\'')
        {
            if (ExpansionReader.IsExpression(cursor))
            {
                ExpansionReader.ReadExpression(cursor, word);
            }
            else
            {
                word.Append(cursor.Text[cursor.At++]);
            }
        }

        Close(cursor, start, "single");
    }

    public static void ReadDoubleQuoted(ShellCursor cursor, WordBuilder word)
    {
        word.Quote();
        var start = cursor.At++;
        while (!cursor.IsAtEnd && cursor.Current != '"')
        {
            if (cursor.Current == '\\' && cursor.ContinuationLength() is > 0 and var length)
            {
                cursor.At += length;
            }
            else if (cursor.Current == '\\' && cursor.Peek() is '$' or '`' or '"' or '\\')
            {
                word.Append(cursor.Peek());
                cursor.At += 2;
            }
            else if (cursor.Current is '$' or '`')
            {
                ExpansionReader.Read(cursor, word, isQuoted: true);
            }
            else
            {
                word.Append(cursor.Text[cursor.At++]);
            }
        }

        Close(cursor, start, "double");
    }

    private static void Close(ShellCursor cursor, int start, string kind)
    {
        if (cursor.IsAtEnd)
        {
            cursor.Report($"{kind} quote is never closed", start, 1);
        }
        else
        {
            cursor.At++;
        }
    }

    /// <summary>An opening bracket with its closing one in the same word; alone it is the test command.</summary>
    private static bool IsBracketExpression(ShellCursor cursor)
    {
        var limit = Math.Min(cursor.End, cursor.At + 256);
        for (var at = cursor.At + 1; at < limit && !IsWordEnd(cursor.Text[at]); at++)
        {
            if (cursor.Text[at] == ']')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>{a,b}</c> or <c>{1..3}</c> within one word.</summary>
    private static bool IsBraceExpansion(ShellCursor cursor)
    {
        var limit = Math.Min(cursor.End, cursor.At + 256);
        var hasSeparator = false;
        for (var at = cursor.At + 1; at < limit && !IsWordEnd(cursor.Text[at]); at++)
        {
            if (cursor.Text[at] == '}')
            {
                return hasSeparator;
            }

            hasSeparator |= cursor.Text[at] == ',' || (cursor.Text[at] == '.' && cursor.Text[at - 1] == '.');
        }

        return false;
    }
}
