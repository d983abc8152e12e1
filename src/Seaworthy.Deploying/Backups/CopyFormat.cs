using System.Buffers.Binary;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Backups;

/// <summary>An encrypted file of a copy: a head with a random salt, then pieces of 64 KiB, each under AES-256-GCM. The nonce counts the pieces and marks the last one, so that none can be cut off, left out, doubled or moved.</summary>
/// <remarks>Source: Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance" (2015), the construction STREAM.</remarks>
internal static class CopyFormat
{
    public const int PieceLength = 65_536;
    public const int SaltLength = 32;
    public const int TagLength = 16;
    public const int NonceLength = 12;

    private const int CounterAt = 7;

    public static ReadOnlySpan<byte> Magic => "SEAWCPY1"u8;

    /// <summary>A key for this file alone: what the manifest says of it is part of the key, so that it opens as nothing else.</summary>
    public static byte[] Key(SecretKey key, ReadOnlySpan<byte> salt, string place) => key.Derive("copy\n" + place, salt);

    public static byte[] Nonce(uint piece, bool isLast)
    {
        var nonce = new byte[NonceLength];
        BinaryPrimitives.WriteUInt32BigEndian(nonce.AsSpan(CounterAt), piece);
        nonce[^1] = isLast ? (byte)1 : (byte)0;
        return nonce;
    }
}
