using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.Deploying.Secrets;

/// <summary>Bytes as a text that only the key opens, and only in its own place: AES-256-GCM with a random nonce, and the place as associated data.</summary>
/// <remarks>Source: NIST SP 800-38D. A random nonce of 96 bits allows 2^32 values for one key.</remarks>
internal static class Sealing
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public static string Seal(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var whole = new byte[NonceLength + plain.Length + TagLength];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using AesGcm cipher = new(key, TagLength);
        cipher.Encrypt(
            nonce,
            plain,
            whole.AsSpan(NonceLength, plain.Length),
            whole.AsSpan(NonceLength + plain.Length),
            Encoding.UTF8.GetBytes(place)
        );
        return Base64Url.EncodeToString(whole);
    }

    /// <summary>Null when it was changed, belongs to another place, or needs another key.</summary>
    public static byte[]? Open(byte[] key, string text, string place)
    {
        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: >= NonceLength + TagLength } whole)
        {
            return null;
        }

        var plain = new byte[whole.Length - NonceLength - TagLength];
        using AesGcm cipher = new(key, TagLength);
        try
        {
            cipher.Decrypt(
                whole.AsSpan(0, NonceLength),
                whole.AsSpan(NonceLength, plain.Length),
                whole.AsSpan(NonceLength + plain.Length),
                plain,
                Encoding.UTF8.GetBytes(place)
            );
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
