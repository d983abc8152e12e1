using System.Buffers;
using Seaworthy.Model.Known;

namespace Seaworthy.Engine.Reporting.Secrets;

/// <summary>What stands in a private key: behind its head, when all of it is written in one line; a line out of its middle; and a key in Base64 once more.</summary>
/// <remarks>Source: RFC 7468, "Textual Encodings of PKIX, PKCS, and CMS Structures".</remarks>
internal static class PrivateKeys
{
    // A line of the content has 64 letters, or 76 from some programs; words have fewer.
    private const int LeastLine = 60;

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    );

    // Line ends are written as \n in a string.
    private static readonly SearchValues<char> Content = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\ \t\r\n"
    );

    /// <summary>What follows the next head that is not without content.</summary>
    public static Range NextContent(string text, int from)
    {
        for (var head = HeadEnd(text, from); head >= 0; head = HeadEnd(text, head))
        {
            var end = End(text, head, Content);
            var start = end - text.AsSpan(head..end).TrimStart("\\nr \t\r\n").Length;
            if (start < end)
            {
                return start..end;
            }
        }

        return default;
    }

    public static Range NextEncoded(string text, int from) =>
        text.IndexOf(SecretFormats.EncodedPemBegin, from, StringComparison.Ordinal) is var start and >= 0
            ? start..End(text, start, Base64)
            : default;

    /// <summary>The line itself, when it is nothing but content.</summary>
    public static Range WholeLine(string text, int from)
    {
        var blank = text.Length - text.AsSpan().TrimStart().Length;
        var line = text.AsSpan().Trim();
        return from <= blank && line.Length >= LeastLine && !line.ContainsAnyExcept(Base64) ? blank..(blank + line.Length) : default;
    }

    private static int HeadEnd(string text, int from) =>
        text.IndexOf(SecretFormats.PrivateKeyEnd, from, StringComparison.Ordinal) is var head and >= 0
            ? head + SecretFormats.PrivateKeyEnd.Length
            : -1;

    private static int End(string text, int start, SearchValues<char> letters) =>
        text.AsSpan(start).IndexOfAnyExcept(letters) is var length and >= 0 ? start + length : text.Length;
}
