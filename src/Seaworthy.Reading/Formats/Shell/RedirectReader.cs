namespace Seaworthy.Reading.Formats.Shell;

/// <summary>Reads <c>&gt; file</c>, <c>2&gt;&amp;1</c>, <c>&lt;&lt;EOF</c> and the like.</summary>
/// <remarks>Source: POSIX.1-2024, Shell Command Language, 2.7 "Redirection"; Bash Reference Manual, 3.6.</remarks>
internal static class RedirectReader
{
    private static readonly string[] Operators = ["&>>", "&>", "<<<", "<<-", "<<", "<&", "<>", ">>", ">&", ">|", "<", ">"];

    /// <summary>The redirection that is here, or null and nothing taken.</summary>
    public static RedirectSyntax? Read(ShellCursor cursor)
    {
        var start = cursor.At;
        while (char.IsAsciiDigit(cursor.Current) && cursor.At - start < 4)
        {
            cursor.At++;
        }

        var found = cursor.At > start && cursor.Current == '&' ? null : Array.Find(Operators, cursor.Follows);
        if (found is null || (found is "<" or ">" && cursor.Peek() == '('))
        {
            cursor.At = start;
            return null;
        }

        var name = cursor.Text.Substring(start, cursor.At - start + found.Length);
        cursor.At += found.Length;
        cursor.SkipBlanks();
        var targetStart = cursor.At;
        RedirectSyntax redirect = new(name, ShellWordReader.Read(cursor));
        if (cursor.At == targetStart && !EndsPlaceholder(cursor.Text.AsSpan(0, start)))
        {
            cursor.Report($"'{name}' lacks its target", start, name.Length);
        }

        if (found is "<<" or "<<-")
        {
            cursor.Owe(redirect);
        }

        return redirect;
    }

    // In <AWS_ACCOUNT_ID> a value is still to be written: a template is not run as it stands.
    private static bool EndsPlaceholder(ReadOnlySpan<char> before)
    {
        var name = before.TrimEnd("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");
        return name.Length < before.Length && name is [.., '<'];
    }
}
