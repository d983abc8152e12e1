namespace Seaworthy.Model.Source;

/// <summary>Where a text holds a word that no other letter of a word touches; what counts as such a letter depends on who asks.</summary>
public static class WholeWords
{
    /// <summary>What is in the name of a file or of an object of Kubernetes.</summary>
    public static bool IsOfFileName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    /// <summary>What is in the name of a module, a variable or a function.</summary>
    public static bool IsOfIdentifier(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '_';

    /// <summary>The line of a text around a place, without its end.</summary>
    public static ReadOnlySpan<char> LineAround(string text, int at)
    {
        // A place at the very end of a line is of that line.
        var start = at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
        var end = text.IndexOf('\n', at);
        return text.AsSpan(start, (end < 0 ? text.Length : end) - start);
    }

    /// <summary>Nowhere, for a word without a letter.</summary>
    public static IEnumerable<int> Find(
        string text,
        string word,
        Func<char, bool> isPart,
        StringComparison comparison = StringComparison.Ordinal
    )
    {
        for (var at = word.Length > 0 ? text.IndexOf(word, comparison) : -1; at >= 0; at = text.IndexOf(word, at + word.Length, comparison))
        {
            var end = at + word.Length;
            if ((at == 0 || !isPart(text[at - 1])) && (end == text.Length || !isPart(text[end])))
            {
                yield return at;
            }
        }
    }
}
