namespace Seaworthy.Rules;

/// <summary>The article before a noun: by how its first letter sounds, and in an abbreviation by the name of the letter.</summary>
internal static class Article
{
    private const string Vowels = "aeiouAEIOU";

    // Letters whose names begin with a vowel: an SSH key, an npm token, an RSA key.
    private const string SpokenWithVowel = "AEFHILMNORSX";

    public static string Before(string noun)
    {
        var word = noun.Split(' ', '-')[0];
        var isSpelled = word.Length > 1 && (word.All(char.IsAsciiLetterUpper) || word is "npm" or "xAI");
        var isVowel = isSpelled
            ? SpokenWithVowel.Contains(char.ToUpperInvariant(word[0]))
            : word is [var first, ..] && Vowels.Contains(first);
        return $"{(isVowel ? "an" : "a")} {noun}";
    }
}
