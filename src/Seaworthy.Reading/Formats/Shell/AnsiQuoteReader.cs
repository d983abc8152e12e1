namespace Seaworthy.Reading.Formats.Shell;

/// <summary><c>$'…'</c>, in which backslash escapes are those of C.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.2.4 "Dollar-Single-Quotes".</remarks>
internal static class AnsiQuoteReader
{
    public static void Read(ShellCursor cursor, WordBuilder word)
    {
        word.Quote();
        var start = cursor.At;
        cursor.At += 2;
        while (!cursor.IsAtEnd && cursor.Current != '\'')
        {
            if (cursor.Current == '\\' && cursor.At + 1 < cursor.End)
            {
                word.Append(Escaped(cursor.Peek()));
                cursor.At += 2;
            }
            else
            {
                word.Append(cursor.Text[cursor.At++]);
            }
        }

        if (cursor.IsAtEnd)
        {
            cursor.Report("single quote is never closed", start, 2);
        }
        else
        {
            cursor.At++;
        }
    }

    private static char Escaped(char letter) =>
        letter switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            'e' => '\u001b',
            _ => letter,
        };
}
