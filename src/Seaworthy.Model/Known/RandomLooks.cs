using System.Buffers;

namespace Seaworthy.Model.Known;

/// <summary>What tells a value that somebody drew, encoded or made up from the words of a text: <c>Zq7tT1m</c>, <c>dXNlcjpw</c>, <c>hunter2!x</c>, but not <c>Authentication</c>, <c>my-app-v2</c>, <c>nextToken</c>.</summary>
public static class RandomLooks
{
    private const int MostJoints = 3;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    public static bool Has(ReadOnlySpan<char> value)
    {
        // A number at the end makes no name a secret.
        var core = value.TrimEnd("0123456789!@_-.=");
        var joints = 0;
        var letters = 0;
        for (var at = 0; at < core.Length; at++)
        {
            if (
                char.IsAsciiDigit(core[at]) && !IsVersion(core, at)
                || core[at] is '!' or '#' or '%' or '^' or '&' or '*' or '~' or '+' or '='
            )
            {
                return value.ContainsAnyInRange('A', 'Z') || value.ContainsAnyInRange('a', 'z');
            }

            letters += char.IsAsciiLetter(core[at]) ? 1 : 0;
            joints +=
                at > 0 && char.IsAsciiLetterUpper(core[at]) && (char.IsAsciiLetterLower(core[at - 1]) || IsLoneCapital(core, at)) ? 1 : 0;
        }

        // The padding of Base64; capitals denser than a name of several words has them.
        return value is [.., '='] && core.Length == letters || (joints > MostJoints && letters < joints * 4);
    }

    /// <summary>
    /// Whether a value was drawn by chance for certain: kinds of characters change too often within it for words, numbers and versions. What names promise little (<c>key</c>, <c>session</c>) is hidden by this
    /// alone; <c>node20-cache</c> and <c>user:1</c> are not.
    /// </summary>
    public static bool IsStrong(ReadOnlySpan<char> value)
    {
        const int Least = 10;
        const int LeastOfLong = 16;
        const int LeastChanges = 4;
        // linux/amd64/v2; Base64 has the sign too.
        const int LeastInPath = 8;
        var changes = 0;
        for (var at = 1; at < value.Length; at++)
        {
            var before = Kind(value[at - 1]);
            var kind = Kind(value[at]);
            // A capital begins a word.
            changes += before != kind && before != 0 && kind != 0 && !(before == 'A' && kind == 'a') ? 1 : 0;
        }

        return (value.Length >= Least && changes >= (value.Contains('/') ? LeastInPath : LeastChanges) && !value.ContainsAny(" \\"))
            || (value.Length >= LeastOfLong && changes == LeastChanges - 1 && !value.ContainsAnyExcept(LettersAndDigits));

        static char Kind(char letter) =>
            char.IsAsciiDigit(letter) ? '0'
            : char.IsAsciiLetterUpper(letter) ? 'A'
            : char.IsAsciiLetterLower(letter) ? 'a'
            : '\0';
    }

    /// <summary><c>v2</c>, <c>-2-</c>: a number that stands for itself between the words of a name.</summary>
    private static bool IsVersion(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        var end = at;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return (
                start == 0
                || text[start - 1] is '-' or '_' or '.' or '/' or ':'
                || (text[start - 1] == 'v' && (start == 1 || !char.IsAsciiLetter(text[start - 2])))
            ) && (end == text.Length || text[end] is '-' or '_' or '.' or '/' or ':');
    }

    private static bool IsLoneCapital(ReadOnlySpan<char> text, int at) =>
        char.IsAsciiLetterUpper(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetterLower(text[at + 1]);
}
