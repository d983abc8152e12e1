namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Lists, and-or lists, pipelines and functions; whatever cannot be read is reported, skipped, and reading goes on.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.10 "Shell Grammar".</remarks>
internal static class ShellGrammar
{
    // No shell sets a bound; what is looked at over and over must have one.
    private const int LongestName = 256;

    private static readonly HashSet<string> Closers = new(StringComparer.Ordinal)
    {
        "then",
        "else",
        "elif",
        "fi",
        "do",
        "done",
        "esac",
        "}",
    };

    /// <summary>Reads commands up to a closing word (or <c>)</c>), which is left standing; up to the end when there is none.</summary>
    public static ShellNode.Sequence ReadSequence(ShellCursor cursor, string? closing, params ReadOnlySpan<string> otherClosings)
    {
        List<ShellNode.AndOr> items = [];
        while (SkipToCommand(cursor))
        {
            if (cursor.Current == ')' ? closing is ")" or "esac" : IsClosing(cursor, closing, otherClosings))
            {
                break;
            }

            var before = cursor.At;
            if (ReadAndOr(cursor) is { } item)
            {
                items.Add(EndItem(cursor, item));
            }

            if (cursor.At == before)
            {
                Skip(cursor);
            }
        }

        return new ShellNode.Sequence(items);
    }

    /// <summary>The reserved word or other bare word that is here, or nothing where it is longer than any name.</summary>
    public static ReadOnlySpan<char> BareWord(ShellCursor cursor)
    {
        var end = cursor.At;
        while (
            end < cursor.End
            && end - cursor.At < LongestName
            && !ShellWordReader.IsWordEnd(cursor.Text[end])
            && cursor.Text[end] is not ('\'' or '"' or '\\' or '$' or '`')
        )
        {
            end++;
        }

        return end < cursor.End && !ShellWordReader.IsWordEnd(cursor.Text[end]) && !IsContinuedByBlank(cursor, end)
            ? default
            : cursor.Text.AsSpan(cursor.At, end - cursor.At);
    }

    /// <summary>A backslash hides the line break, and the blank with which the next line begins ends the word: <c>then\</c>.</summary>
    private static bool IsContinuedByBlank(ShellCursor cursor, int at) =>
        cursor.Text.AsSpan(at, cursor.End - at) is ['\\', '\n', ' ' or '\t', ..] or ['\\', '\r', '\n', ' ' or '\t', ..];

    /// <summary>Takes a reserved word when it is here.</summary>
    public static bool Take(ShellCursor cursor, string word)
    {
        SkipToCommand(cursor);
        if (!BareWord(cursor).SequenceEqual(word))
        {
            return false;
        }

        cursor.At += word.Length;
        return true;
    }

    /// <summary>Blanks, empty lines, comments and lone semicolons; false at the end of the text.</summary>
    public static bool SkipToCommand(ShellCursor cursor)
    {
        while (true)
        {
            cursor.SkipBlanks();
            switch (cursor.Current)
            {
                case '\n':
                    cursor.TakeNewLine();
                    break;
                case '#':
                    cursor.SkipComment();
                    break;
                case ';' when cursor.Peek() is not (';' or '&'):
                    cursor.At++;
                    break;
                default:
                    return !cursor.IsAtEnd;
            }
        }
    }

    /// <summary>A pipeline's stage may stand on the next line.</summary>
    private static void SkipLines(ShellCursor cursor)
    {
        while (true)
        {
            cursor.SkipBlanks();
            if (cursor.Current == '#')
            {
                cursor.SkipComment();
            }

            if (cursor.Current != '\n')
            {
                return;
            }

            cursor.TakeNewLine();
        }
    }

    private static bool IsClosing(ShellCursor cursor, string? closing, ReadOnlySpan<string> others)
    {
        if (closing == "esac" && cursor.Current == ';')
        {
            return true;
        }

        var word = BareWord(cursor);
        return word.Length > 0 && closing is not null && (word.SequenceEqual(closing) || Contains(others, word));
    }

    private static bool Contains(ReadOnlySpan<string> words, ReadOnlySpan<char> word)
    {
        foreach (var candidate in words)
        {
            if (word.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    private static ShellNode.AndOr EndItem(ShellCursor cursor, ShellNode.AndOr item)
    {
        cursor.SkipBlanks();
        if (cursor.Current == '&')
        {
            cursor.At++;
            return item with { IsBackground = true };
        }

        if (cursor.Current == '(' && !cursor.IsAtEnd)
        {
            cursor.Report("unexpected '('", cursor.At, 1);
        }

        return item;
    }

    private static ShellNode.AndOr? ReadAndOr(ShellCursor cursor)
    {
        List<ShellNode.Joined> items = [];
        var joint = ";";
        while (ReadPipeline(cursor) is { } pipeline)
        {
            items.Add(new(joint, pipeline));
            cursor.SkipBlanks();
            if (!cursor.Follows("&&") && !cursor.Follows("||"))
            {
                break;
            }

            joint = cursor.Current == '&' ? "&&" : "||";
            cursor.At += 2;
            SkipLines(cursor);
        }

        return items.Count == 0 ? null : new ShellNode.AndOr(items);
    }

    private static ShellNode.Pipeline? ReadPipeline(ShellCursor cursor)
    {
        var isNegated = false;
        while (BareWord(cursor) is "!" or "time")
        {
            isNegated |= cursor.Current == '!';
            cursor.At += BareWord(cursor).Length;
            cursor.SkipBlanks();
        }

        SkipCoprocess(cursor);
        List<ShellNode> stages = [];
        while (CommandReader.Read(cursor) is { } stage)
        {
            stages.Add(stage);
            cursor.SkipBlanks();
            if (cursor.Current != '|' || cursor.Peek() == '|')
            {
                break;
            }

            cursor.At += cursor.Peek() == '&' ? 2 : 1;
            SkipLines(cursor);
        }

        return stages.Count == 0 ? null : new ShellNode.Pipeline(stages, isNegated);
    }

    /// <summary><c>coproc NAME { …; }</c> runs the group; a simple command has no name in front of it.</summary>
    /// <remarks>Source: Bash Reference Manual, 3.2.6, "Coprocesses".</remarks>
    private static void SkipCoprocess(ShellCursor cursor)
    {
        if (BareWord(cursor) is not "coproc")
        {
            return;
        }

        cursor.At += "coproc".Length;
        cursor.SkipBlanks();
        var start = cursor.At;
        var name = BareWord(cursor);
        if (name.Length == 0 || name is "{" or "if" or "while" or "until" or "for" or "case")
        {
            return;
        }

        cursor.At += name.Length;
        cursor.SkipBlanks();
        if (cursor.Current != '(' && BareWord(cursor) is not ("{" or "if" or "while" or "until" or "for" or "case"))
        {
            cursor.At = start;
        }
    }

    /// <summary>Steps over a token that no command can begin with.</summary>
    private static void Skip(ShellCursor cursor)
    {
        var word = BareWord(cursor);
        var length = Math.Max(1, Closers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) ? word.Length : 1);
        cursor.Report($"unexpected '{cursor.Text.AsSpan(cursor.At, length)}'", cursor.At, length);
        cursor.At += length;
    }

    public static bool IsCloser(ShellCursor cursor) => Closers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(BareWord(cursor));
}
