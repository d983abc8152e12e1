using System.Collections.Frozen;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The literal that a program hands on: <c>setPassword("X")</c>, <c>SecretStr("X")</c>, and what it makes of one before it gives it to a name: <c>password = bytes("X")</c>, <c>password: String::from("X")</c>.</summary>
internal static class WrappedSecrets
{
    private const int Least = 4;
    private const int LongestName = 100;

    private static readonly string[] Setters = ["set", "with", "add", "use"];
    private static readonly string[] Keepers = ["SecretStr", "SecretString", "SecretBytes", "ProtectedString"];

    // What reads a variable or a file gets its name: os.getenv, readFile, config.get.
    private static readonly FrozenSet<string> Makers = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "bytes bytearray byte str string from Some GetBytes decode encode Secret b64decode atob Sprint new Value".Split(' ')
    );

    public static Range Next(string text, int from)
    {
        for (var open = Bracket(text, from); open >= 0; open = Bracket(text, open + 1))
        {
            if (
                open + 1 < text.Length
                && text[open + 1] is '"' or '\'' or '`'
                && IsSecret(text.AsSpan(Math.Max(0, open - LongestName)..open))
                && Literal(text, open + 2) is { End.Value: > 0 } literal
            )
            {
                return literal;
            }
        }

        return default;
    }

    private static int Bracket(string text, int from) => from < text.Length ? text.IndexOf('(', from) : -1;

    private static Range Literal(string text, int start)
    {
        var end = QuotedText.End(text, start, text[start - 1]);
        var value = end < 0 ? [] : text.AsSpan(start..end);
        return value.Length >= Least && !value.ContainsAny(' ', '\t') && value[0] is not ('/' or '.' or '$' or '{') ? start..end : default;
    }

    private static bool IsSecret(ReadOnlySpan<char> before)
    {
        var end = before.Length;
        while (end > 0 && (char.IsAsciiLetterOrDigit(before[end - 1]) || before[end - 1] is '_' or '.' or ':' or '[' or ']' or '&'))
        {
            end--;
        }

        var called = before[end..];
        var name = called[(called.LastIndexOfAny(".:]") + 1)..];
        return IsSetter(name) || IsKeeper(name) || (IsMaker(called, name) && IsGiven(before[..end]));
    }

    private static bool IsSetter(ReadOnlySpan<char> name)
    {
        foreach (var setter in Setters)
        {
            if (name.Length > setter.Length && name.StartsWith(setter, StringComparison.OrdinalIgnoreCase))
            {
                return SecretWords.Promise(name[setter.Length..]);
            }
        }

        return false;
    }

    private static bool IsKeeper(ReadOnlySpan<char> name)
    {
        foreach (var keeper in Keepers)
        {
            if (name.Equals(keeper, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMaker(ReadOnlySpan<char> called, ReadOnlySpan<char> name) =>
        Makers.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) || called.EndsWith("[]byte", StringComparison.Ordinal);

    /// <summary><c>var apiToken = </c>, <c>password: </c>, <c>password = new </c>.</summary>
    private static bool IsGiven(ReadOnlySpan<char> before)
    {
        var rest = before.TrimEnd();
        if (rest.EndsWith(" new", StringComparison.Ordinal))
        {
            rest = rest[..^" new".Length].TrimEnd();
        }

        if (rest is not [.., '=' or ':'])
        {
            return false;
        }

        var key = rest.TrimEnd("=: \"'");
        var start = key.Length;
        while (start > 0 && (char.IsAsciiLetterOrDigit(key[start - 1]) || key[start - 1] is '_' or '-' or '.'))
        {
            start--;
        }

        return SecretWords.Promise(key[start..]);
    }
}
