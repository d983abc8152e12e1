using System.Buffers;
using System.Text;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>Private keys in PEM form with their content, also encoded once more as kubeconfig files have them; a beginning without content is a text about keys.</summary>
/// <remarks>Source: RFC 7468; Kubernetes, "kubeconfig (v1)", <c>client-key-data</c>.</remarks>
internal static class PrivateKeyScan
{
    private const string Begin = "-----BEGIN ";
    private const int LeastContent = 100;
    private const int LongestComment = 200;

    // "BEGIN ENCRYPTED PRIVATE KEY", or a line "Proc-Type: 4,ENCRYPTED" below the head.
    private const int LongestHead = 80;
    private const int EncodedHead = 44;
    private const int LeastEncoded = 300;
    private const int MostContent = 4000;

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
    );

    // Line ends may be written as \n inside a string.
    private static readonly SearchValues<char> InOneLine = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\\ "
    );

    public static IEnumerable<WrittenSecret> Find(SourceFile file)
    {
        var text = file.Text;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 1))
        {
            var line = text.AsSpan(at, Math.Min(text.Length - at, 60));
            var head = line.IndexOf(SecretFormats.PrivateKeyEnd, StringComparison.Ordinal);
            if (head < 0 || head > 30)
            {
                continue;
            }

            var start = at + head + SecretFormats.PrivateKeyEnd.Length;
            if (Content(text.AsSpan(start, Math.Min(text.Length - start, MostContent))) >= LeastContent)
            {
                yield return SecretValue.Of(
                    "private key",
                    SecretCertainty.Format,
                    Letters(text.AsSpan(start)),
                    Written(file, at, start)
                ) with
                {
                    Masked = "PRIVATE KEY",
                    IsEncrypted = text.AsSpan(at, Math.Min(text.Length - at, LongestHead)).Contains("ENCRYPTED", StringComparison.Ordinal),
                    IsPlaceholder =
                        IsShown(text, at) || (!IsKeyFile(file.Name) && (IsCutOff(text, start) || !BeginsAsKey(text.AsSpan(start)))),
                };
            }
        }
    }

    /// <summary>Keys that a file holds in base64.</summary>
    public static IEnumerable<WrittenSecret> FindEncoded(SourceFile file)
    {
        var text = file.Text;
        for (
            var at = text.IndexOf(SecretFormats.EncodedPemBegin, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(SecretFormats.EncodedPemBegin, at + 1, StringComparison.Ordinal)
        )
        {
            if (
                Content(text.AsSpan(at, Math.Min(text.Length - at, MostContent))) >= LeastEncoded
                && IsPrivate(text.AsSpan(at, EncodedHead))
            )
            {
                yield return SecretValue.Of(
                    "private key",
                    SecretCertainty.Format,
                    text.Substring(at, LeastContent),
                    Written(file, at, at)
                ) with
                {
                    Masked = "PRIVATE KEY",
                    Certificate = PairedCertificate.Before(text, at),
                    IsPlaceholder = IsShown(text, at) || IsFilledUp(text.AsSpan(at, Math.Min(text.Length - at, MostContent))),
                };
            }
        }
    }

    /// <summary>The head and all of the key that is in its line: what is masked where the line is quoted.</summary>
    private static SourceSpan Written(SourceFile file, int at, int content)
    {
        var rest = file.Text.AsSpan(content);
        var line = rest.IndexOfAny('\r', '\n') is var end and >= 0 ? rest[..end] : rest;
        var outside = line.IndexOfAnyExcept(InOneLine);
        return new SourceSpan(file, at, content - at + (outside < 0 ? line.Length : outside));
    }

    /// <summary>The beginning of the key itself, the same wherever it stands: indented, in one line, or with its line ends written as \n.</summary>
    private static string Letters(ReadOnlySpan<char> content)
    {
        StringBuilder letters = new(LeastContent);
        for (var at = 0; at < content.Length && letters.Length < LeastContent; at++)
        {
            if (content[at] == '\\')
            {
                at++;
            }
            else if (Base64.Contains(content[at]))
            {
                letters.Append(content[at]);
            }
        }

        return letters.ToString();
    }

    private static bool IsPrivate(ReadOnlySpan<char> head)
    {
        Span<byte> bytes = stackalloc byte[EncodedHead];
        return Convert.TryFromBase64Chars(head, bytes, out var count) && bytes[..count].IndexOf("PRIVATE KEY"u8) > 0;
    }

    /// <summary>A form shows what a key looks like: <c>PRIVATE_KEY_PLACEHOLDER = `…</c>.</summary>
    private static bool IsShown(string text, int at)
    {
        var before = text.AsSpan(Math.Max(at - 80, 0), Math.Min(at, 80));
        var above = text.AsSpan(Math.Max(at - LongestComment, 0), Math.Min(at, LongestComment));
        return before.Contains("placeholder", StringComparison.OrdinalIgnoreCase)
            || before.Contains("example", StringComparison.OrdinalIgnoreCase)
            // "A fake key for development and tests", which nobody issued.
            || above.Contains("fake key", StringComparison.OrdinalIgnoreCase)
            || above.Contains("dummy key", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A frame around next to nothing: a key has hardly two equal bytes in a row, and this is zeros for the most part.</summary>
    private static bool IsFilledUp(ReadOnlySpan<char> encoded)
    {
        var text = Decoded(encoded);
        var start = text.IndexOf(SecretFormats.PrivateKeyEnd, StringComparison.Ordinal);
        var inner = start < 0 ? "" : Decoded(text.AsSpan(start + SecretFormats.PrivateKeyEnd.Length));
        return inner.Length > 0 && inner.Count(letter => letter == '\0') > inner.Length / 2;
    }

    /// <summary>The bytes of a stretch of base64 as letters, line ends left out.</summary>
    internal static string Decoded(ReadOnlySpan<char> encoded)
    {
        var letters = new string([
            .. encoded.ToString().TakeWhile(letter => letter != '-' && letter != '"').Where(letter => !char.IsWhiteSpace(letter)),
        ]);
        var end = letters.AsSpan().IndexOfAnyExcept(Base64);
        var whole = end < 0 ? letters : letters[..end];
        var bytes = new byte[whole.Length];
        return Convert.TryFromBase64String(whole[..(whole.Length / 4 * 4)], bytes, out var count)
            ? Encoding.Latin1.GetString(bytes, 0, count)
            : "";
    }

    private static bool IsKeyFile(string name) =>
        name.EndsWith(".key", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".pem", StringComparison.OrdinalIgnoreCase);

    /// <summary>A sequence of ASN.1 (its base64 begins with M), OpenSSH's own format, or the headers of an encrypted key; words in their place are filled in for a reader.</summary>
    /// <remarks>Source: RFC 7468; RFC 1421, "Proc-Type"; OpenSSH, PROTOCOL.key.</remarks>
    private static bool BeginsAsKey(ReadOnlySpan<char> content)
    {
        while (content is ['\\', _, ..] or [' ' or '\t' or '\r' or '\n' or '"' or '\'' or '+', ..])
        {
            content = content[(content[0] == '\\' ? 2 : 1)..];
        }

        return content is ['M', ..]
            || content.StartsWith("b3BlbnNzaC1rZXk", StringComparison.Ordinal)
            || content.StartsWith("Proc-Type", StringComparison.Ordinal);
    }

    /// <summary>A key of a few lines whose own length field promises many more was made up to look like one.</summary>
    /// <remarks>Source: X.690, 8.1.3 "Length octets".</remarks>
    private static bool IsCutOff(string text, int start)
    {
        var first = text.AsSpan(start, Math.Min(text.Length - start, 40)).ToString().Where(char.IsAsciiLetterOrDigit).Take(8).ToArray();
        Span<byte> header = stackalloc byte[6];
        if (!Convert.TryFromBase64Chars(first, header, out var read) || read < 4 || header[0] != 0x30 || header[1] != 0x82)
        {
            return false;
        }

        var promised = ((header[2] << 8) + header[3] + 4) * 4 / 3;
        return Content(text.AsSpan(start, Math.Min(text.Length - start, promised * 2))) < promised * 9 / 10;
    }

    private static int Next(string text, int from) => text.IndexOf(Begin, from, StringComparison.Ordinal);

    // Line ends may be written as \n inside a string.
    private static int Content(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/' or '=')
            {
                count++;
            }
            else if (letter is not ('\r' or '\n' or ' ' or '\t' or '\\' or '"'))
            {
                break;
            }
        }

        return count;
    }
}
