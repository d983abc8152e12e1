using System.Buffers;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// Words that GitHub and GitLab make into something in a comment, wherever they stand: mentions, which notify people, addresses, and references to issues, merge requests and commits.
/// A backslash does not help against them, a code span does.
/// </summary>
/// <remarks>Source: GitHub documentation, "Autolinked references and URLs"; GitHub Flavored Markdown, "Autolinks (extension)"; GitLab documentation, "GitLab-specific references".</remarks>
internal static class DeadText
{
    private const int ShortestCommit = 7;
    private const int LongestCommit = 40;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t<>|\"'()[]{},;`\u00a0");

    private static readonly SearchValues<char> Signs = SearchValues.Create("#!$&%~");

    /// <summary>Where the next such word begins, and its length; a length of 0 when there is none.</summary>
    public static (int Start, int Length) Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var start = from + text[from..].IndexOfAnyExcept(Ends);
            if (start < from)
            {
                break;
            }

            var length = text[start..].IndexOfAny(Ends) is >= 0 and var end ? end : text.Length - start;
            var word = text.Slice(start, length).TrimEnd(".:!?*");
            if (IsLive(word))
            {
                return (start, word.Length);
            }

            from = start + length;
        }

        return (text.Length, 0);
    }

    private static bool IsLive(ReadOnlySpan<char> word) =>
        word.Contains("://", StringComparison.Ordinal)
        || word.Contains("www.", StringComparison.OrdinalIgnoreCase)
        || IsMention(word)
        || IsReference(word)
        || IsCommit(word);

    // Behind a letter it is none, but for the address of a mail.
    private static bool IsMention(ReadOnlySpan<char> word)
    {
        for (var at = word.IndexOf('@'); at >= 0 && at + 1 < word.Length; at = Next(word, at, '@'))
        {
            if (IsWord(word[at + 1]) && (at == 0 || !IsWord(word[at - 1]) || word[at..].Contains('.')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsReference(ReadOnlySpan<char> word)
    {
        for (var at = word.IndexOfAny(Signs); at >= 0 && at + 1 < word.Length; )
        {
            if (char.IsAsciiDigit(word[at + 1]))
            {
                return true;
            }

            var next = word[(at + 1)..].IndexOfAny(Signs);
            at = next < 0 ? -1 : at + 1 + next;
        }

        return word.StartsWith("GH-", StringComparison.OrdinalIgnoreCase) && word.Length > 3 && char.IsAsciiDigit(word[3]);
    }

    private static bool IsCommit(ReadOnlySpan<char> word)
    {
        var (run, digits) = (0, 0);
        for (var at = 0; at <= word.Length; at++)
        {
            if (at < word.Length && IsWord(word[at]))
            {
                run = char.IsAsciiHexDigit(word[at]) && run >= 0 ? run + 1 : -1;
                digits += char.IsAsciiDigit(word[at]) ? 1 : 0;
                continue;
            }

            if (run is >= ShortestCommit and <= LongestCommit && digits > 0)
            {
                return true;
            }

            (run, digits) = (0, 0);
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> word, int at, char wanted) =>
        word[(at + 1)..].IndexOf(wanted) is >= 0 and var next ? at + 1 + next : -1;

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';
}
