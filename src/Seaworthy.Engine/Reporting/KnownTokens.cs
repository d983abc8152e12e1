namespace Seaworthy.Engine.Reporting;

/// <summary>Tokens of forges and clouds, by the prefixes by which those recognise them themselves.</summary>
internal static class KnownTokens
{
    // What a token begins with, how many characters follow at least, and which others than letters and digits may be among them.
    private static readonly TokenShape[] Shapes =
    [
        new("ghp_", 20, ""),
        new("gho_", 20, ""),
        new("ghu_", 20, ""),
        new("ghs_", 20, ""),
        new("ghr_", 20, ""),
        new("github_pat_", 20, "_"),
        new("glpat-", 20, "_-"),
        new("sk_live_", 16, ""),
        new("sk-", 20, "_-"),
        new("xoxa-", 10, "-"),
        new("xoxb-", 10, "-"),
        new("xoxp-", 10, "-"),
        new("xoxr-", 10, "-"),
        new("xoxs-", 10, "-"),
        new("AIza", 30, "_-"),
    ];

    private const string AccessKey = "AKIA";
    private const int AccessKeyLength = 20;

    // A signed token (RFC 7519) begins with the Base64 of an opening brace and quotation mark.
    private const string SignedToken = "eyJ";

    public static Range Next(string text, int from)
    {
        for (var at = from; at < text.Length - SignedToken.Length; at++)
        {
            if (text[at] is 'A' or 'e' or 'g' or 's' or 'x' && (at == 0 || !IsWord(text[at - 1])) && End(text, at) is > 0 and var end)
            {
                return at..end;
            }
        }

        return default;
    }

    private static int End(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (rest.StartsWith(AccessKey, StringComparison.Ordinal))
        {
            return
                rest.Length >= AccessKeyLength && !rest[AccessKey.Length..AccessKeyLength].ContainsAnyExcept(TokenShape.CapitalsAndDigits)
                ? start + AccessKeyLength
                : 0;
        }

        if (rest.StartsWith(SignedToken, StringComparison.Ordinal))
        {
            return SignedEnd(text, start);
        }

        foreach (var shape in Shapes)
        {
            if (rest.StartsWith(shape.Prefix, StringComparison.Ordinal))
            {
                var end = shape.End(text, start + shape.Prefix.Length);
                return end - start - shape.Prefix.Length >= shape.Least ? end : 0;
            }
        }

        return 0;
    }

    // Three parts with dots between them; the signature may be cut off.
    private static int SignedEnd(string text, int start)
    {
        TokenShape part = new(SignedToken, 10, "_-");
        var header = part.End(text, start + SignedToken.Length);
        if (header - start - SignedToken.Length < part.Least || header >= text.Length || text[header] != '.')
        {
            return 0;
        }

        var claims = part.End(text, header + 1);
        if (claims == header + 1)
        {
            return 0;
        }

        var signature = claims < text.Length && text[claims] == '.' ? part.End(text, claims + 1) : claims;
        return signature > claims + 1 ? signature : claims;
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
