namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The word behind an option of a command: glued to it, behind a blank or an equals sign, or the next of a list.</summary>
internal static class OptionWord
{
    private const int Longest = 500;

    public static Range After(string text, int from)
    {
        var start = from;
        while (start < text.Length && (char.IsWhiteSpace(text[start]) || text[start] is '"' or '\'' or ',' or '=' or '\\'))
        {
            start++;
        }

        if (start > from && text[start - 1] is '"' or '\'' && Quoted(text, start) is > 0 and var close)
        {
            return start..close;
        }

        var end = start;
        while (end < text.Length && !Ends(text, end))
        {
            // A blank that a shell keeps.
            end += text[end] == '\\' ? 2 : 1;
        }

        return start..end;
    }

    private static bool Ends(string text, int at) =>
        char.IsWhiteSpace(text[at])
        || text[at] is '"' or '\'' or '`' or ',' or ']'
        || (text[at] == '\\' && (at + 1 == text.Length || text[at + 1] is '"' or '\'' or '\r' or '\n'));

    /// <summary>Where a word in quotation marks ends; 0 where that is not known. In a string within a string the marks stand behind backslashes.</summary>
    private static int Quoted(string text, int start)
    {
        var mark = text[start - 1];
        var close =
            start > 1 && text[start - 2] == '\\'
                ? text.IndexOf($"\\{mark}", start, Math.Min(Longest, text.Length - start), StringComparison.Ordinal)
                : QuotedText.End(text, start, mark);
        return Math.Max(close, 0);
    }
}
