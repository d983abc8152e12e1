namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Where a text in quotation marks ends, in whatever format the line is.</summary>
internal static class QuotedText
{
    private const int Longest = 20_000;

    /// <summary>
    /// The mark that closes it in its line; -1 when none does. A mark belongs to the text behind a backslash, when it is doubled (YAML, SQL), and as a shell writes it in single quotes: <c>'it'\''s'</c>.
    /// </summary>
    public static int End(string text, int start, char mark)
    {
        var most = Math.Min(text.Length, start + Longest);
        for (var at = start; at < most && text[at] is not ('\n' or '\r'); at++)
        {
            var joint = text[at] == mark ? Joint(text.AsSpan(at), mark) : 0;
            if (text[at] == mark && (joint == 0 || at == start))
            {
                return at;
            }

            at += text[at] == '\\' ? 1 : Math.Max(0, joint - 1);
        }

        return -1;
    }

    /// <summary>How many signs go on with the text at a mark; 0 where it closes.</summary>
    private static int Joint(ReadOnlySpan<char> text, char mark) =>
        text.Length > 1 && text[1] == mark ? 2
        : text.Length > 3 && text[1] == '\\' && text[2] == mark && text[3] == mark ? 4
        : 0;
}
