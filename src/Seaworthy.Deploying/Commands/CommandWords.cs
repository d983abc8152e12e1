using System.Text;

namespace Seaworthy.Deploying.Commands;

/// <summary>A command that was given as one text, as a list of words. No shell reads it: quotes keep blanks together, and everything else stands for itself.</summary>
public static class CommandWords
{
    /// <summary>The words; empty when a quote is left open, when there is none, or when the text needs a shell (<c>|</c>, <c>$</c>, <c>;</c>…).</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> words = [];
        StringBuilder word = new();
        var quote = '\0';
        var isWord = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter == '\\' && quote != '\'' && at + 1 < text.Length)
            {
                word.Append(text[++at]);
                isWord = true;
            }
            else if (letter == quote || (quote == '\0' && letter is '"' or '\''))
            {
                quote = quote == '\0' ? letter : '\0';
                isWord = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(letter))
            {
                Take(words, word, ref isWord);
            }
            else if (quote != '\'' && IsOfShell(letter, quote))
            {
                return [];
            }
            else
            {
                word.Append(letter);
                isWord = true;
            }
        }

        Take(words, word, ref isWord);
        return quote == '\0' ? words : [];
    }

    private static bool IsOfShell(char letter, char quote) =>
        letter is '$' or '`' || (quote == '\0' && letter is '|' or '&' or ';' or '<' or '>' or '*' or '~');

    private static void Take(List<string> words, StringBuilder word, ref bool isWord)
    {
        if (isWord)
        {
            words.Add(word.ToString());
            word.Clear();
            isWord = false;
        }
    }
}
