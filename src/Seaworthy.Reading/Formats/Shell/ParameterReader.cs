using Seaworthy.Model.Declared.Scripts;

namespace Seaworthy.Reading.Formats.Shell;

/// <summary><c>${NAME}</c> and its operators.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.6.2 "Parameter Expansion"; Bash Reference Manual, 3.5.3.</remarks>
internal static class ParameterReader
{
    public static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';

    public static void Read(ShellCursor cursor, WordBuilder word)
    {
        var start = cursor.At;
        var nameStart = start + 2;
        var nameEnd = nameStart;
        while (nameEnd < cursor.End && IsNameCharacter(cursor.Text[nameEnd]))
        {
            nameEnd++;
        }

        // Special parameters have names of one character: ${@}, ${#}, ${?}.
        if (nameEnd == nameStart && nameEnd + 1 < cursor.End && cursor.Text[nameEnd + 1] == '}')
        {
            nameEnd++;
        }

        var close = FindClose(cursor, nameEnd);
        if (close < 0)
        {
            cursor.Report("'${' is never closed", start, 2);
            cursor.At = EndOfLine(cursor, start);
            word.Add(new ShellPart(ShellPartKind.Substitution, WordBuilder.Quoted(cursor.Text, start, cursor.At)));
            return;
        }

        cursor.At = close + 1;
        word.Add(Part(cursor.Text, start, nameEnd, close));
        ReadInner(cursor, word, nameEnd, close);
    }

    private static ShellPart Part(string text, int start, int nameEnd, int close)
    {
        var name = text[(start + 2)..nameEnd];
        var rest = text.AsSpan(nameEnd, close - nameEnd);
        var hasColon = rest is [':', ..];
        var operation = hasColon ? rest[1..] : rest;
        if (name.Length == 0)
        {
            return Computed(text, start, close);
        }

        return operation switch
        {
            [] when !hasColon => new ShellPart(ShellPartKind.Variable, name),
            ['-' or '=', .. var fallback] => new ShellPart(ShellPartKind.Variable, name, Unquoted(fallback)),
            ['?', ..] => new ShellPart(ShellPartKind.Variable, name) { IsRequired = true },
            _ => Computed(text, start, close),
        };
    }

    /// <summary>A default that is one quoted string, without its quotes; any other as written.</summary>
    private static string Unquoted(ReadOnlySpan<char> text) =>
        text is ['"', .., '"'] or ['\'', .., '\''] && !text[1..^1].ContainsAny("\"'\\$`") ? text[1..^1].ToString() : text.ToString();

    private static ShellPart Computed(string text, int start, int close) =>
        new(ShellPartKind.Substitution, WordBuilder.Quoted(text, start, close + 1));

    /// <summary>Commands inside the default of a variable are commands of the script too.</summary>
    private static void ReadInner(ShellCursor cursor, WordBuilder word, int from, int to)
    {
        if (cursor.Depth >= ShellCursor.DepthLimit || !cursor.Text.AsSpan(from, to - from).ContainsAny("$`"))
        {
            return;
        }

        foreach (var inner in ShellWordReader.ReadHereDocument(cursor.Inside(from, to)))
        {
            word.Add(inner);
        }
    }

    /// <summary>The length of <c>:-</c>, <c>-</c>, <c>:=</c>….</summary>
    private static int Operator(ShellCursor cursor, int from) => from < cursor.End && cursor.Text[from] == ':' ? 2 : 1;

    private static int ClosingQuote(ShellCursor cursor, int open)
    {
        for (var at = open + 1; at < cursor.End && cursor.Text[at] != '\n'; at++)
        {
            if (cursor.Text[at] == '"')
            {
                return at;
            }

            at += cursor.Text[at] == '\\' ? 1 : 0;
        }

        return 0;
    }

    private static int FindClose(ShellCursor cursor, int from) =>
        FindClose(cursor, from, skipsCommands: true) is var close and >= 0 ? close : FindClose(cursor, from, skipsCommands: false);

    /// <summary>A brace inside a command substitution closes nothing: <c>${MB:=$(awk '{print $2}' /proc/meminfo)}</c>.</summary>
    private static int FindClose(ShellCursor cursor, int from, bool skipsCommands)
    {
        var depth = 1;
        var parentheses = 0;
        for (var at = from; at < cursor.End; at++)
        {
            switch (cursor.Text[at])
            {
                case '\\':
                    at++;
                    break;
                // A brace inside a string of the default closes nothing: ${BLOCKED:-"rm -rf /,:(){ :|:& };:"}.
                // Nor does an apostrophe inside one open anything: $(awk '{gsub(/["'"'"']/,"")}').
                case '"' when skipsCommands:
                    at = ClosingQuote(cursor, at) is > 0 and var end ? end : at;
                    break;
                // ${PATTERN:-'a}b'}: a default that is one quoted string.
                case '\'' when skipsCommands && parentheses == 0 && at == from + Operator(cursor, from):
                    at = cursor.Text.IndexOf('\'', at + 1, Math.Min(cursor.End - at - 1, 4096)) is > 0 and var closing ? closing : at;
                    break;
                case '\'' when parentheses > 0:
                    at = cursor.Text.IndexOf('\'', at + 1, cursor.End - at - 1) is > 0 and var quote ? quote : at;
                    break;
                case '(' when skipsCommands && (parentheses > 0 || cursor.Text[at - 1] == '$'):
                    parentheses++;
                    break;
                case ')' when parentheses > 0:
                    parentheses--;
                    break;
                case '$' when parentheses == 0 && at + 1 < cursor.End && cursor.Text[at + 1] == '{':
                    depth++;
                    at++;
                    break;
                case '}' when parentheses == 0 && --depth == 0:
                    return at;
                case '\n' when at > from + 4096:
                    return -1;
                default:
                    break;
            }
        }

        return -1;
    }

    private static int EndOfLine(ShellCursor cursor, int from) =>
        cursor.Text.IndexOf('\n', from, cursor.End - from) is >= 0 and var line ? line : cursor.End;
}
