using System.Security.Cryptography;
using System.Text;

namespace Seaworthy.Deploying.Secrets;

/// <summary>A key of 32 random bytes. Nothing is encrypted with it itself: each purpose has a key that is derived from it.</summary>
/// <remarks>Source: RFC 5869, HKDF.</remarks>
public sealed class SecretKey
{
    public const int Length = 32;

    private const int IdLength = 8;

    private readonly byte[] bytes;

    private SecretKey(byte[] bytes)
    {
        this.bytes = bytes;
        Id = Convert.ToHexStringLower(Derive("id", [])[..IdLength]);
    }

    /// <summary>Its name, which tells nothing of the key.</summary>
    public string Id { get; }

    public static SecretKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <param name="text">The key in Base64, as <c>openssl rand -base64 32</c> prints it.</param>
    /// <returns>Null when it is none.</returns>
    public static SecretKey? Parse(string text)
    {
        var bytes = new byte[Length + 1];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == Length ? new SecretKey(bytes[..Length]) : null;
    }

    /// <summary>The key as its file holds it.</summary>
    public string Text() => Convert.ToBase64String(bytes);

    /// <param name="purpose">What the derived key is for: two purposes never share one.</param>
    /// <param name="salt">Random bytes where one purpose needs many keys.</param>
    public byte[] Derive(string purpose, ReadOnlySpan<byte> salt)
    {
        var derived = new byte[Length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, bytes, derived, salt, Encoding.UTF8.GetBytes("seaworthy/1/" + purpose));
        return derived;
    }

    // A log and a debugger see its name.
    public override string ToString() => Id;
}
