using Seaworthy.Model.Declared.Scripts;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads what begins with <c>$</c> or a backtick: variables, command substitutions, arithmetic, GitHub expressions.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.6.2 to 2.6.4; GitHub, "Evaluate expressions in workflows".</remarks>
internal static class ExpansionReader
{
    /// <summary>One that ends in its line: <c>'run:.*${{'</c> searches for their beginning.</summary>
    public static bool IsExpression(ShellCursor cursor) =>
        cursor.Current == '$'
        && cursor.Follows("${{")
        && cursor.Text.AsSpan(cursor.At, cursor.End - cursor.At) is var rest
        && rest.IndexOf("}}", StringComparison.Ordinal) is > 0 and var end
        && !rest[..end].Contains('\n');

    public static void Read(ShellCursor cursor, WordBuilder word, bool isQuoted = false)
    {
        if (cursor.Current == '`')
        {
            ReadBackticks(cursor, word);
            return;
        }

        switch (cursor.Peek())
        {
            case '{' when cursor.Peek(2) == '{':
                ReadExpression(cursor, word);
                break;
            case '{':
                ParameterReader.Read(cursor, word);
                break;
            case '(':
                ReadCommand(cursor, word);
                break;
            case '[' when BracketEnd(cursor) is > 0 and var end:
                SkipTo(cursor, end, word);
                break;
            case '\'' when !isQuoted:
                AnsiQuoteReader.Read(cursor, word);
                break;
            case '"' when !isQuoted:
                cursor.At++;
                ShellWordReader.ReadDoubleQuoted(cursor, word);
                break;
            default:
                ReadName(cursor, word);
                break;
        }
    }

    /// <summary><c>${{ … }}</c>: put in by the workflow runner before the shell sees the text.</summary>
    public static void ReadExpression(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At;
        var end = cursor.Text.IndexOf("}}", start, cursor.End - start, StringComparison.Ordinal);
        cursor.At = end < 0 ? cursor.End : end + 2;
        word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, start, cursor.At)));
    }

    /// <summary><c>&lt;(…)</c> and <c>&gt;(…)</c>: the cursor stands on the angle bracket.</summary>
    public static void ReadProcess(ShellCursor cursor, WordBuilder word)
    {
        cursor.At += 2;
        ReadList(cursor, word, cursor.At);
    }

    /// <summary>The elements of <c>NAME=( … )</c>; the cursor stands on the parenthesis.</summary>
    public static IReadOnlyList<WordSyntax> ReadArray(ShellCursor cursor)
    {
        List<WordSyntax> elements = [];
        var start = cursor.At++;
        if (cursor.Depth >= ShellCursor.DepthLimit)
        {
            SkipRest(cursor, start);
            return elements;
        }

        cursor.Depth++;
        while (SkipToElement(cursor))
        {
            var before = cursor.At;
            elements.Add(ShellWordReader.Read(cursor));
            if (cursor.At == before)
            {
                cursor.At++;
            }
        }

        cursor.Depth--;
        CloseParenthesis(cursor, start);
        return elements;
    }

    private static bool SkipToElement(ShellCursor cursor)
    {
        while (true)
        {
            cursor.SkipBlanks();
            if (cursor.Current == '\n' && !cursor.IsAtEnd)
            {
                cursor.TakeNewLine();
            }
            else if (cursor.Current == '#')
            {
                cursor.SkipComment();
            }
            else
            {
                return !cursor.IsAtEnd && cursor.Current != ')';
            }
        }
    }

    private static void ReadCommand(ShellCursor cursor, WordBuilder word)
    {
        if (cursor.Peek(2) == '(' && ArithmeticEnd(cursor, cursor.At + 1) is > 0 and var end)
        {
            SkipTo(cursor, end, word);
            return;
        }

        cursor.At += 2;
        ReadList(cursor, word, cursor.At);
    }

    private static void SkipTo(ShellCursor cursor, int end, WordBuilder word)
    {
        word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, cursor.At, end)));
        cursor.At = end;
    }

    private static void ReadList(ShellCursor cursor, WordBuilder word, int start)
    {
        if (cursor.Depth >= ShellCursor.DepthLimit)
        {
            SkipRest(cursor, start);
            return;
        }

        cursor.Depth++;
        word.Add(ShellGrammar.ReadSequence(cursor, closing: ")"));
        cursor.Depth--;
        word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, start, cursor.At)));
        CloseParenthesis(cursor, start - 1);
    }

    // An expression may go over lines; a parenthesis that nothing closes must not make every other one look through the rest of the file.
    private const int MostOfArithmetic = 1000;

    /// <summary>The offset after <c>((…))</c>, or 0 when the two do not close together: then it is a command in a subshell.</summary>
    public static int ArithmeticEnd(ShellCursor cursor, int open)
    {
        var depth = 0;
        for (var at = open; at < cursor.End && at - open < MostOfArithmetic; at++)
        {
            at = BehindQuoted(cursor, at);
            depth += cursor.Text[at] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (depth == 1 && at > open + 1 && cursor.Text[at] == ')')
            {
                return at + 1 < cursor.End && cursor.Text[at + 1] == ')' ? at + 2 : 0;
            }
        }

        return 0;
    }

    /// <summary>The closing quote of a text that is opened here, as of a command within: <c>$((n + $(grep -c ")" file)))</c>; else the same offset.</summary>
    private static int BehindQuoted(ShellCursor cursor, int at)
    {
        if (cursor.Text[at] is not ('"' or '\'') || cursor.Text[at - 1] == '\\')
        {
            return at;
        }

        for (var end = at + 1; end < cursor.End && end - at < MostOfArithmetic; end++)
        {
            if (cursor.Text[end] == cursor.Text[at])
            {
                return end;
            }

            end += cursor.Text[end] == '\\' && cursor.Text[at] == '"' ? 1 : 0;
        }

        return at;
    }

    /// <summary>The offset after <c>$[…]</c>, or 0 when nothing closes it in the line.</summary>
    /// <remarks>Source: Bash 1.14 manual page, "Arithmetic Expansion"; Bash still reads it, and no longer documents it.</remarks>
    private static int BracketEnd(ShellCursor cursor)
    {
        var depth = 0;
        for (var at = cursor.At + 1; at < cursor.End && cursor.Text[at] != '\n'; at++)
        {
            depth += cursor.Text[at] switch
            {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return 0;
    }

    private static void ReadBackticks(ShellCursor cursor, WordBuilder word)
    {
        var start = ++cursor.At;
        while (!cursor.IsAtEnd && cursor.Current != '`')
        {
            cursor.At += cursor.Current == '\\' ? 2 : 1;
        }

        cursor.At = Math.Min(cursor.At, cursor.End);
        if (cursor.Depth < ShellCursor.DepthLimit)
        {
            word.Add(ShellGrammar.ReadSequence(cursor.InsideUnread(start, cursor.At), closing: null));
        }

        word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, start, cursor.At)));
        if (cursor.IsAtEnd)
        {
            cursor.Report("backtick is never closed", start - 1, 1);
        }
        else
        {
            cursor.At++;
        }
    }

    private static void ReadName(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At + 1;
        var end = start;
        if (start < cursor.End && (char.IsAsciiLetter(cursor.Text[start]) || cursor.Text[start] == '_'))
        {
            while (end < cursor.End && ParameterReader.IsNameCharacter(cursor.Text[end]))
            {
                end++;
            }
        }
        else if (
            start < cursor.End
            && (char.IsAsciiDigit(cursor.Text[start]) || cursor.Text[start] is '@' or '*' or '#' or '?' or '$' or '!' or '-')
        )
        {
            end++;
        }

        if (end == start)
        {
            word.Append('$');
        }
        else
        {
            word.Add(new ShellPart(ShellPartKind.Variable, cursor.Text[start..end]));
        }

        cursor.At = end;
    }

    private static void CloseParenthesis(ShellCursor cursor, int open)
    {
        if (cursor.Current == ')' && !cursor.IsAtEnd)
        {
            cursor.At++;
        }
        else
        {
            cursor.Report("parenthesis is never closed", open, 1);
        }
    }

    private static void SkipRest(ShellCursor cursor, int start)
    {
        cursor.Report("nested too deeply; the rest is not read", start, 0, ProblemKind.Limit);
        cursor.At = cursor.End;
    }
}
