namespace Seaworthy.Rules.Files;

/// <summary>Makes what a reader noted the beginning of a sentence.</summary>
internal static class Sentence
{
    public static string Of(string note)
    {
        var text = note.TrimEnd('.', ' ');
        return text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
