namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads groups, conditions, loops, <c>case</c> and functions. A missing closing word is reported and the command kept.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.9.4 and 2.9.5; Bash Reference Manual, 3.2.5.</remarks>
internal static class CompoundReader
{
    /// <summary>The compound command or function that begins here, or null and nothing taken.</summary>
    public static ShellNode? Read(ShellCursor cursor)
    {
        if (cursor.Current == '(')
        {
            return ReadParenthesis(cursor);
        }

        var word = ShellGrammar.BareWord(cursor);
        return word switch
        {
            "{" => ReadGroup(cursor),
            "if" => ReadIf(cursor),
            "while" or "until" => ReadWhile(cursor, word.ToString()),
            "for" or "select" => ReadFor(cursor, word.ToString()),
            "case" => ReadCase(cursor),
            "function" => ReadFunctionKeyword(cursor),
            [] => null,
            _ => ReadFunction(cursor, word.Length),
        };
    }

    private static ShellNode ReadParenthesis(ShellCursor cursor)
    {
        var start = cursor.At;
        if (cursor.Peek() == '(' && ExpansionReader.ArithmeticEnd(cursor, start) is > 0 and var end)
        {
            cursor.At = end;
            return new ShellNode.Arithmetic(cursor.Mapped.Span(start, end - start));
        }

        cursor.At++;
        var body = ShellGrammar.ReadSequence(cursor, ")");
        if (cursor.Current == ')')
        {
            cursor.At++;
        }
        else
        {
            cursor.Report("parenthesis is never closed", start, 1);
        }

        return new ShellNode.Group(body, IsSubshell: true);
    }

    private static ShellNode.Group ReadGroup(ShellCursor cursor)
    {
        var start = cursor.At++;
        var body = ShellGrammar.ReadSequence(cursor, "}");
        Expect(cursor, "}", start, 1);
        return new ShellNode.Group(body, IsSubshell: false);
    }

    private static ShellNode.If ReadIf(ShellCursor cursor)
    {
        var start = cursor.At;
        List<ShellNode.Branch> branches = [];
        cursor.At += 2;
        do
        {
            var condition = ShellGrammar.ReadSequence(cursor, "then", "fi");
            Expect(cursor, "then", start, 2);
            branches.Add(new(condition, ShellGrammar.ReadSequence(cursor, "fi", "else", "elif")));
        } while (ShellGrammar.Take(cursor, "elif"));

        if (ShellGrammar.Take(cursor, "else"))
        {
            branches.Add(new(null, ShellGrammar.ReadSequence(cursor, "fi")));
        }

        Expect(cursor, "fi", start, 2);
        return new ShellNode.If(branches);
    }

    private static ShellNode.Loop ReadWhile(ShellCursor cursor, string keyword)
    {
        var start = cursor.At;
        cursor.At += keyword.Length;
        var condition = ShellGrammar.ReadSequence(cursor, "do", "done");
        return new ShellNode.Loop(keyword, condition, null, [], ReadBody(cursor, start, keyword.Length));
    }

    private static ShellNode.Loop ReadFor(ShellCursor cursor, string keyword)
    {
        var start = cursor.At;
        cursor.At += keyword.Length;
        cursor.SkipBlanks();
        string? variable = null;
        List<WordSyntax> words = [];
        if (cursor.Follows("((") && ExpansionReader.ArithmeticEnd(cursor, cursor.At) is > 0 and var end)
        {
            cursor.At = end;
        }
        else
        {
            variable = ShellWordReader.Read(cursor).Word.Literal;
            if (ShellGrammar.Take(cursor, "in"))
            {
                words = ReadWords(cursor);
            }
        }

        return new ShellNode.Loop(keyword, null, variable, words, ReadBody(cursor, start, keyword.Length));
    }

    private static List<WordSyntax> ReadWords(ShellCursor cursor)
    {
        List<WordSyntax> words = [];
        cursor.SkipBlanks();
        while (!cursor.IsAtEnd && cursor.Current is not ('\n' or ';' or '#'))
        {
            var before = cursor.At;
            words.Add(ShellWordReader.Read(cursor));
            cursor.SkipBlanks();
            if (cursor.At == before)
            {
                // The list is no command: "for file in a b 2>/dev/null; do".
                if (cursor.Current is '<' or '>')
                {
                    cursor.Report($"unexpected '{cursor.Current}'", before, 1);
                }

                cursor.At++;
            }
        }

        return words;
    }

    private static ShellNode.Sequence ReadBody(ShellCursor cursor, int start, int length)
    {
        // `for x { … }` is an old form that bash still reads.
        if (ShellGrammar.SkipToCommand(cursor) && ShellGrammar.BareWord(cursor) is "{")
        {
            return ReadGroup(cursor).Body;
        }

        Expect(cursor, "do", start, length);
        var body = ShellGrammar.ReadSequence(cursor, "done");
        Expect(cursor, "done", start, length);
        return body;
    }

    private static ShellNode.Case ReadCase(ShellCursor cursor)
    {
        var start = cursor.At;
        cursor.At += 4;
        cursor.SkipBlanks();
        var subject = ShellWordReader.Read(cursor);
        Expect(cursor, "in", start, 4);
        List<ShellNode.Arm> arms = [];
        while (ShellGrammar.SkipToCommand(cursor) && ShellGrammar.BareWord(cursor) is not "esac")
        {
            var before = cursor.At;
            var patterns = ReadPatterns(cursor);
            arms.Add(new ShellNode.Arm(patterns, ShellGrammar.ReadSequence(cursor, "esac")));
            SkipBranchEnd(cursor);
            if (cursor.At == before)
            {
                break;
            }
        }

        Expect(cursor, "esac", start, 4);
        return new ShellNode.Case(subject, arms);
    }

    /// <summary><c>(a|b)</c> in front of a branch; only words, bars and parentheses may be there.</summary>
    private static List<string> ReadPatterns(ShellCursor cursor)
    {
        List<string> patterns = [];
        if (cursor.Current == '(')
        {
            cursor.At++;
        }

        while (!cursor.IsAtEnd && cursor.Current is not (')' or '\n' or ';'))
        {
            var before = cursor.At;
            cursor.SkipBlanks();
            if (ShellWordReader.Read(cursor) is { Word.Raw.Length: > 0 } pattern)
            {
                patterns.Add(pattern.Word.ToString());
            }

            if (cursor.At == before)
            {
                cursor.At++;
            }
        }

        if (cursor.Current == ')')
        {
            cursor.At++;
        }

        return patterns;
    }

    private static void SkipBranchEnd(ShellCursor cursor)
    {
        while (cursor.Current is ';' or '&')
        {
            cursor.At++;
        }

        // A parenthesis that closes nothing: step over it, or the branch would never end.
        if (cursor.Current == ')')
        {
            cursor.At++;
        }
    }

    private static ShellNode.Function ReadFunctionKeyword(ShellCursor cursor)
    {
        cursor.At += "function".Length;
        cursor.SkipBlanks();
        var start = cursor.At;
        var name = ShellWordReader.Read(cursor).Word;
        SkipEmptyParentheses(cursor);
        return ReadFunctionBody(cursor, name.Raw, start);
    }

    /// <summary><c>name() …</c>; the word is a function's name only when both parentheses follow.</summary>
    private static ShellNode.Function? ReadFunction(ShellCursor cursor, int length)
    {
        var start = cursor.At;
        var name = cursor.Text.Substring(start, length);
        cursor.At += length;
        if (!name.Contains('=', StringComparison.Ordinal) && SkipEmptyParentheses(cursor))
        {
            return ReadFunctionBody(cursor, name, start);
        }

        cursor.At = start;
        return null;
    }

    private static bool SkipEmptyParentheses(ShellCursor cursor)
    {
        var at = SkipSpaces(cursor, cursor.At);
        if (at >= cursor.End || cursor.Text[at] != '(')
        {
            return false;
        }

        at = SkipSpaces(cursor, at + 1);
        if (at >= cursor.End || cursor.Text[at] != ')')
        {
            return false;
        }

        cursor.At = at + 1;
        return true;
    }

    private static int SkipSpaces(ShellCursor cursor, int at)
    {
        while (at < cursor.End && cursor.Text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static ShellNode.Function ReadFunctionBody(ShellCursor cursor, string name, int start)
    {
        var span = cursor.Mapped.Span(start, name.Length);
        ShellGrammar.SkipToCommand(cursor);
        var body = CommandReader.Read(cursor) ?? ShellNode.Sequence.Empty;
        return new ShellNode.Function(name, body, span);
    }

    private static void Expect(ShellCursor cursor, string word, int start, int length)
    {
        if (!ShellGrammar.Take(cursor, word))
        {
            cursor.Report($"'{cursor.Text.AsSpan(start, length)}' lacks its '{word}'", start, length);
        }
    }
}
