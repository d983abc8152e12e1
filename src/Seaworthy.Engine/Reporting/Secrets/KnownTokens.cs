using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>Tokens of forges and clouds, by the prefixes by which those recognise them themselves, and signed tokens.</summary>
internal static class KnownTokens
{
    // A report rather hides a token that was cut short than shows one: fewer characters are asked than the issuer writes.
    private const int Least = 16;

    // A signed token (RFC 7519) begins with the Base64 of an opening brace and quotation mark.
    private const string SignedToken = "eyJ";
    private const int LeastHeader = 10;

    private const int LongestHeader = 2000;

    // What no rule reports: too many things look so, but whatever it is, a report can do without it.
    private static readonly SecretFormat[] Formats =
    [
        .. SecretFormats.All,
        new("PyPI token", "pypi-", SecretAlphabet.UrlSafe, 50, 250),
        new("Twilio key", "SK", SecretAlphabet.Hex, 32, 32),
        new("Mailgun key", "key-", SecretAlphabet.Hex, 32, 32),
        new("RubyGems key", "rubygems_", SecretAlphabet.Hex, 48, 48),
        new("GitLab trigger token", "glptt-", SecretAlphabet.UrlSafe, 20, 60),
        new("GitLab runner token", "glrt-", SecretAlphabet.UrlSafe, 20, 60),
        new("GitLab deploy token", "gldt-", SecretAlphabet.UrlSafe, 20, 60),
        new("Atlassian token", "ATATT3", SecretAlphabet.UrlSafe, 100, 250),
        new("Docker organisation token", "dckr_oat_", SecretAlphabet.UrlSafe, 27, 60),
        new("Pulumi token", "pul-", SecretAlphabet.Hex, 40, 40),
        new("Google access token", "ya29.", SecretAlphabet.UrlSafe, 30, 300),
    ];

    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [SignedToken, .. Formats.Select(format => format.Prefix)],
        StringComparison.Ordinal
    );

    public static Range Next(string text, int from)
    {
        for (var at = NextPrefix(text, from); at >= 0; at = NextPrefix(text, at + 1))
        {
            if ((at == 0 || !IsWord(text[at - 1])) && End(text, at) is > 0 and var end)
            {
                return at..end;
            }
        }

        return default;
    }

    private static int NextPrefix(string text, int from) => text.AsSpan(from).IndexOfAny(Prefixes) is var at and >= 0 ? from + at : -1;

    private static int End(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith(SignedToken, StringComparison.Ordinal))
        {
            return SignedEnd(text, start);
        }

        foreach (var format in Formats)
        {
            if (rest.StartsWith(format.Prefix, StringComparison.Ordinal))
            {
                var first = start + format.Prefix.Length;
                var end = End(text, first, format.Allows);
                if (end - first >= (IsShort(format) ? format.Minimum : Math.Min(Least, format.Minimum)))
                {
                    return end;
                }
            }
        }

        return 0;
    }

    /// <summary>Other words begin so as well: the whole length is asked for.</summary>
    private static bool IsShort(SecretFormat format) => format.Prefix is "SK" or "key-" or "pul-";

    // Three parts with dots between them; the signature may be cut off.
    private static int SignedEnd(string text, int start)
    {
        var header = End(text, start, IsTokenLetter, LongestHeader);
        if (header - start - SignedToken.Length < LeastHeader || header >= text.Length || text[header] != '.')
        {
            return 0;
        }

        var claims = End(text, header + 1, IsTokenLetter);
        if (claims == header + 1)
        {
            return 0;
        }

        var signature = claims < text.Length && text[claims] == '.' ? End(text, claims + 1, IsTokenLetter) : claims;
        return signature > claims + 1 ? signature : claims;
    }

    private static int End(string text, int from, Func<char, bool> allows, int most = int.MaxValue)
    {
        for (var left = most; left > 0 && from < text.Length && allows(text[from]); left--)
        {
            from++;
        }

        return from;
    }

    private static bool IsTokenLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
