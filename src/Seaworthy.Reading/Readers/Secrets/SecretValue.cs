using System.Security.Cryptography;
using System.Text;
using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Secrets;

/// <summary>A value as a fact may keep it: masked, with a digest, and what its looks tell.</summary>
internal static class SecretValue
{
    public static WrittenSecret Of(string kind, SecretCertainty certainty, string value, SourceSpan span) =>
        new(kind, certainty, value[..Math.Min(2, value.Length)] + "•••", Digest(value), span) { IsPlaceholder = IsPlaceholder(value) };

    /// <summary>Shannon's measure, in bits for each character.</summary>
    public static double Entropy(ReadOnlySpan<char> value)
    {
        Span<int> counts = stackalloc int[128];
        counts.Clear();
        foreach (var letter in value)
        {
            counts[letter & 127]++;
        }

        var bits = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
            {
                var share = (double)count / value.Length;
                bits -= share * Math.Log2(share);
            }
        }

        return bits;
    }

    /// <summary>Kubernetes writes values in base64; a placeholder remains one.</summary>
    private static bool IsPlaceholder(string value) =>
        SecretNames.IsPlaceholder(value)
        || SignedToken.IsSample(value)
        || SignedToken.IsMadeUp(value)
        || (Decoded(value) is { } inner && (SecretNames.IsPlaceholder(inner) || SecretNames.IsWeak(inner) || IsWords(inner)));

    /// <summary><c>observability-secret</c>: small letters in words are the name of a value, not one.</summary>
    private static bool IsWords(string text) =>
        text.Split('-', '_', ' ') is { Length: > 1 } words
        && Array.TrueForAll(words, word => word.Length > 2 && word.All(char.IsAsciiLetterLower));

    /// <summary>The text that a value in base64 stands for; null when it is none, or stands for bytes. What is drawn by chance has no letters alone.</summary>
    public static string? Decoded(string value)
    {
        Span<byte> bytes = stackalloc byte[256];
        if (value.Length is < 8 or > 256 || value.Length % 4 != 0 || !Convert.TryFromBase64String(value, bytes, out var count))
        {
            return null;
        }

        // The end of the line that somebody piped into base64.
        count -= count > 0 && bytes[count - 1] == '\n' ? 1 : 0;
        foreach (var letter in bytes[..count])
        {
            if (letter is < 32 or > 126)
            {
                return null;
            }
        }

        return Encoding.ASCII.GetString(bytes[..count]);
    }

    private static string Digest(string value) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(value)))[..16];
}
