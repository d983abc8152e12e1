using System.Buffers;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>The literal that source goes on with: <c>os.getenv("JWT_SECRET", "…")</c>, <c>process.env.TOKEN || '…'</c>, <c>password: str = "…"</c>.</summary>
internal static class FallbackSecrets
{
    private const int Least = 4;

    private static readonly SearchValues<string> Promises = SearchValues.Create(
        [
            "secret",
            "password",
            "passwd",
            "token",
            "apikey",
            "api_key",
            "api-key",
            "private_key",
            "privatekey",
            "encryption",
            "credential",
            "_key",
            ":key",
            "jwt",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly string[] Before = ["||", "??", "?:", " or", "=", "default:", "or(", "else(", "||("];

    public static Range Next(string text, int from)
    {
        var named = text.AsSpan().IndexOfAny(Promises);
        if (named < 0)
        {
            return default;
        }

        // The search goes on at the mark that closes the literal before.
        for (var at = from > 0 ? from + 1 : 0; at < text.Length; at++)
        {
            if (text[at] is not ('"' or '\'' or '`'))
            {
                continue;
            }

            var end = QuotedText.End(text, at + 1, text[at]) is >= 0 and var close ? close : text.IndexOf(text[at], at + 1);
            if (end < 0)
            {
                return default;
            }

            if (end > named && IsValue(text.AsSpan(at + 1, end - at - 1)) && IsFallback(text.AsSpan(0, at)))
            {
                return (at + 1)..end;
            }

            at = end;
        }

        return default;
    }

    // Messages have blanks, paths begin with a slash, and names of variables are in capitals.
    private static bool IsValue(ReadOnlySpan<char> literal) =>
        literal.Length >= Least
        && !literal.Trim().ContainsAny(' ', '\t')
        && literal[0] is not ('/' or '.' or '$' or '{' or '-')
        && !IsName(literal);

    /// <summary><c>JWT_SECRET_FILE</c>; with a long number in it, it is a value in capitals.</summary>
    private static bool IsName(ReadOnlySpan<char> literal)
    {
        const int LongNumber = 4;
        var digits = 0;
        var most = 0;
        foreach (var letter in literal)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            most = Math.Max(most, digits);
        }

        return literal.Contains('_') && literal.ContainsAnyInRange('A', 'Z') && !literal.ContainsAnyInRange('a', 'z') && most < LongNumber;
    }

    /// <summary>Whether a text ends in the quoted name of a secret: <c>getenv("JWT_SECRET"</c>, but not <c>["eks"</c>, nor <c>"strips the password"</c>.</summary>
    private static bool IsNameOfSecret(ReadOnlySpan<char> text)
    {
        if (text is not [.., '"' or '\''])
        {
            return false;
        }

        var name = text[(text[..^1].LastIndexOf(text[^1]) + 1)..^1];
        return !name.Contains(' ') && name.ContainsAny(Promises);
    }

    private static bool IsFallback(ReadOnlySpan<char> text)
    {
        var before = text.TrimEnd();
        if (before is [.., ','])
        {
            // The second argument of a call whose first is the name of a variable.
            return IsNameOfSecret(before[..^1].TrimEnd());
        }

        foreach (var word in Before)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
