using System.Buffers;

namespace Seaworthy.Engine.Reporting;

/// <summary>What stands in a private key: behind its head, when all of it is written in one line; a line out of its middle; and a key in Base64 once more.</summary>
/// <remarks>Source: RFC 7468, "Textual Encodings of PKIX, PKCS, and CMS Structures".</remarks>
internal static class PrivateKeys
{
    private const string Head = "PRIVATE KEY-----";

    // "-----BEGIN " in Base64, as far as the next letters do not change it.
    private const string EncodedHead = "LS0tLS1CRUdJTi";

    // A line of the content has 64 letters, or 76 from some programs; words have fewer.
    private const int LeastLine = 60;

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    );

    // Line ends are written as \n in a string.
    private static readonly SearchValues<char> Content = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\ \t\r\n"
    );

    public static Range Next(string text, int from)
    {
        if (text.IndexOf(Head, from, StringComparison.Ordinal) is var head and >= 0)
        {
            var start = head + Head.Length;
            return text.AsSpan(start, Length(text, start, Content)).TrimStart("\\nr \t\r\n").Length is var length and > 0
                ? (start + Length(text, start, Content) - length)..(start + Length(text, start, Content))
                : Next(text, start);
        }

        if (text.IndexOf(EncodedHead, from, StringComparison.Ordinal) is var encoded and >= 0)
        {
            return encoded..(encoded + Length(text, encoded, Base64));
        }

        var blank = text.Length - text.AsSpan().TrimStart().Length;
        var line = text.AsSpan().Trim();
        return from <= blank && line.Length >= LeastLine && !line.ContainsAnyExcept(Base64) ? blank..(blank + line.Length) : default;
    }

    private static int Length(string text, int start, SearchValues<char> letters) =>
        text.AsSpan(start).IndexOfAnyExcept(letters) is var end and >= 0 ? end : text.Length - start;
}
