namespace Seaworthy.Rules.Files;

/// <summary>Turns the note of a reader into the beginning of a sentence.</summary>
internal static class Sentence
{
    public static string Of(string note)
    {
        var text = note.TrimEnd('.', ' ');
        var first = text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal) is var blank and >= 0 ? blank : text.Length);
        // Names of keys and files stay as they are written.
        return first.Length == 0 || first.ContainsAnyExceptInRange('a', 'z') ? text : char.ToUpperInvariant(text[0]) + text[1..];
    }
}
