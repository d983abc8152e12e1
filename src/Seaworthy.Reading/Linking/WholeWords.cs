namespace Seaworthy.Reading.Linking;

/// <summary>Where a text holds a word that no other letter of a word touches; what counts as such a letter depends on who asks.</summary>
internal static class WholeWords
{
    public static IEnumerable<int> Find(string text, string word, Func<char, bool> isPart)
    {
        for (
            var at = text.IndexOf(word, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)
        )
        {
            var end = at + word.Length;
            if ((at == 0 || !isPart(text[at - 1])) && (end == text.Length || !isPart(text[end])))
            {
                yield return at;
            }
        }
    }
}
