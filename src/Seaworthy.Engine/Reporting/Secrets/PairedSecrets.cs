using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>
/// The value of a variable whose name is itself a value: <c>{name: DB_PASSWORD, value: X}</c> of Kubernetes and ECS, <c>&lt;add key="DB_PASSWORD" value="X"/&gt;</c>,
/// <c>variable "db_password" { default = "X" }</c>, and <c>ENV DB_PASSWORD X</c> of a Dockerfile.
/// </summary>
internal static class PairedSecrets
{
    private const int Least = 4;

    // What belongs together stands close together; a long text is not read to its end for each name.
    private const int Reach = 400;

    private static readonly SearchValues<string> NameKeys = SearchValues.Create(
        ["name", "key", "variable", "env ", "arg "],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<char> BehindKey = SearchValues.Create(" \t\"'`:=");
    private static readonly SearchValues<char> Signs = SearchValues.Create("\"'`:=");
    private static readonly SearchValues<char> NameLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-."
    );

    private static readonly string[] ValueKeys = ["value", "default"];

    /// <summary>Whether a text has a word behind which a value stands whose name may stand before.</summary>
    public static bool HasValueKey(ReadOnlySpan<char> text) =>
        text.Contains(ValueKeys[0], StringComparison.OrdinalIgnoreCase) || text.Contains(ValueKeys[1], StringComparison.OrdinalIgnoreCase);

    public static Range Next(string text, int from)
    {
        for (var at = NextKey(text, from); at >= 0; at = NextKey(text, at + 1))
        {
            var key = KeyEnd(text, at);
            var start = key + Length(text.AsSpan(key), BehindKey);
            var end = start + Length(text.AsSpan(start), NameLetters);
            // In a sentence nothing but a blank stands behind the word: "the name API_TOKEN".
            var isWritten = text.AsSpan(key..start).ContainsAny(Signs) || IsInstruction(text, at);
            if (
                isWritten
                && end > start
                && SecretWords.Hint(text.AsSpan(start..end))
                && Value(text, at, end) is { End.Value: > 0 } value
                && SecretWords.Hide(text.AsSpan(start..end), text.AsSpan()[value])
            )
            {
                return value;
            }
        }

        return default;
    }

    private static int NextKey(string text, int from) =>
        from < text.Length && text.AsSpan(from).IndexOfAny(NameKeys) is var at and >= 0 ? from + at : -1;

    private static int KeyEnd(string text, int at)
    {
        while (at < text.Length && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Length(ReadOnlySpan<char> text, SearchValues<char> letters) =>
        text[..Math.Min(Reach, text.Length)].IndexOfAnyExcept(letters) is var end and >= 0 ? end : Math.Min(Reach, text.Length);

    private static Range Value(string text, int key, int end)
    {
        var rest = text.AsSpan(end, Math.Min(Reach, text.Length - end));
        if (IsInstruction(text, key))
        {
            return rest is [' ' or '\t', ..] && !IsBehindEquals(rest) && IsOneWord(rest) ? Literal(text, end) : default;
        }

        foreach (var word in ValueKeys)
        {
            var at = rest.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            var sign = at < 0 ? -1 : at + word.Length;
            // The next name belongs to the next variable, and "valueFrom" tells where the value comes from.
            if (sign > 0 && sign < rest.Length && rest[sign..].TrimStart("\"' \t") is [':' or '=', ..] && !HasName(rest[..at]))
            {
                return Literal(text, end + sign);
            }
        }

        return default;
    }

    private static bool IsInstruction(string text, int at) =>
        (text.AsSpan(at).StartsWith("ENV ", StringComparison.Ordinal) || text.AsSpan(at).StartsWith("ARG ", StringComparison.Ordinal))
        && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    /// <summary>A sentence goes on behind the name: "ENV API_TOKEN stays in the image".</summary>
    private static bool IsOneWord(ReadOnlySpan<char> rest)
    {
        var line = rest.IndexOfAny('\r', '\n') is var end and >= 0 ? rest[..end].Trim() : rest.Trim();
        return line is ['"' or '\'', ..] || !line.ContainsAny(' ', '\t');
    }

    private static bool IsBehindEquals(ReadOnlySpan<char> rest) => rest.TrimStart() is ['=', ..];

    private static bool HasName(ReadOnlySpan<char> between)
    {
        for (var at = between.IndexOf("name", StringComparison.OrdinalIgnoreCase); at >= 0; )
        {
            var behind = at + "name".Length;
            if (behind < between.Length && between[behind..].TrimStart("\"' ") is [':' or '=', ..])
            {
                return true;
            }

            var next = between[behind..].IndexOf("name", StringComparison.OrdinalIgnoreCase);
            at = next < 0 ? -1 : behind + next;
        }

        return false;
    }

    private static Range Literal(string text, int from)
    {
        var start = from + Length(text.AsSpan(from), BehindKey);
        var quote = start > from && text[start - 1] is '"' or '\'' or '`' ? text[start - 1] : '\0';
        var end = quote == '\0' ? -1 : QuotedText.End(text, start, quote);
        if (end < 0)
        {
            end = start;
            while (end < text.Length && !Ends(text[end], quote))
            {
                end++;
            }
        }

        return end - start >= Least && start > from ? start..end : default;
    }

    private static bool Ends(char letter, char quote) =>
        letter is '\r' or '\n' || (quote != '\0' ? letter == quote : letter is ',' or '}' || char.IsWhiteSpace(letter));
}
