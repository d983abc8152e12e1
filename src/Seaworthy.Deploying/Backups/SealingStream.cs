using System.Security.Cryptography;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Backups;

/// <summary>Encrypts what is written to it, a piece at a time, whatever its length. Without <see cref="Complete"/> the file has no end, and is refused when it is read: a dump that failed in the middle never passes for a whole one.</summary>
internal sealed class SealingStream : Stream
{
    private readonly Stream inner;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[CopyFormat.PieceLength];
    private readonly byte[] sealedPiece = new byte[CopyFormat.PieceLength + CopyFormat.TagLength];
    private int held;
    private uint piece;

    /// <param name="inner">Where it goes; stays open.</param>
    /// <param name="key">Opens it again.</param>
    /// <param name="place">What the manifest says of the file.</param>
    public SealingStream(Stream inner, SecretKey key, string place)
    {
        this.inner = inner;
        var salt = RandomNumberGenerator.GetBytes(CopyFormat.SaltLength);
        cipher = new AesGcm(CopyFormat.Key(key, salt, place), CopyFormat.TagLength);
        inner.Write(CopyFormat.Magic);
        inner.Write(salt);
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // Only what comes after a full piece tells that it is not the last one.
            if (held == plain.Length)
            {
                Emit(isLast: false);
            }

            var taken = Math.Min(buffer.Length, plain.Length - held);
            buffer[..taken].CopyTo(plain.AsSpan(held));
            held += taken;
            buffer = buffer[taken..];
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Everything was written.</summary>
    public void Complete() => Emit(isLast: true);

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Emit(bool isLast)
    {
        var target = sealedPiece.AsSpan(0, held);
        var tag = sealedPiece.AsSpan(held, CopyFormat.TagLength);
        cipher.Encrypt(CopyFormat.Nonce(piece, isLast), plain.AsSpan(0, held), target, tag, CopyFormat.Magic);
        inner.Write(sealedPiece, 0, held + CopyFormat.TagLength);
        held = 0;
        // A counter that begins anew would use a nonce twice.
        piece = piece < uint.MaxValue ? piece + 1 : throw new DeployFailedException("a copy of more than 256 TB cannot be encrypted");
    }
}
