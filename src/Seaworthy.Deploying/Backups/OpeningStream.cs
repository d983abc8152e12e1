using System.Security.Cryptography;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;

namespace Seaworthy.Deploying.Backups;

/// <summary>Decrypts what <see cref="SealingStream"/> wrote, a piece at a time. No byte of a piece is handed out before the piece is proven.</summary>
internal sealed class OpeningStream : Stream
{
    private const int SealedLength = CopyFormat.PieceLength + CopyFormat.TagLength;

    private readonly Stream inner;
    private readonly string name;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[CopyFormat.PieceLength];
    private byte[] current = new byte[SealedLength];
    private byte[] next = new byte[SealedLength];
    private int nextLength;
    private int held;
    private int taken;
    private uint piece;
    private bool isOver;

    /// <param name="inner">The encrypted file; stays open.</param>
    /// <param name="key">The key it was made with.</param>
    /// <param name="place">What the manifest says of the file.</param>
    /// <param name="name">The file, for the message.</param>
    /// <exception cref="DeployFailedException">It is no encrypted copy. Reading throws the same for one that was cut or changed.</exception>
    public OpeningStream(Stream inner, SecretKey key, string place, string name)
    {
        this.inner = inner;
        this.name = name;
        var head = new byte[CopyFormat.Magic.Length + CopyFormat.SaltLength];
        if (inner.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !head.AsSpan().StartsWith(CopyFormat.Magic))
        {
            throw Refused();
        }

        cipher = new AesGcm(CopyFormat.Key(key, head.AsSpan(CopyFormat.Magic.Length), place), CopyFormat.TagLength);
        nextLength = Fill(next);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.Length == 0)
        {
            return 0;
        }

        while (taken == held && !isOver)
        {
            Take();
        }

        var given = Math.Min(buffer.Length, held - taken);
        plain.AsSpan(taken, given).CopyTo(buffer);
        taken += given;
        return given;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            cipher.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Opens the next piece; it is the last one when nothing follows it.</summary>
    private void Take()
    {
        (current, next) = (next, current);
        var length = nextLength - CopyFormat.TagLength;
        nextLength = Fill(next);
        isOver = nextLength == 0;
        if (length < 0)
        {
            throw Refused();
        }

        try
        {
            cipher.Decrypt(
                CopyFormat.Nonce(piece, isOver),
                current.AsSpan(0, length),
                current.AsSpan(length, CopyFormat.TagLength),
                plain.AsSpan(0, length),
                CopyFormat.Magic
            );
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Refused();
        }

        held = length;
        taken = 0;
        piece++;
    }

    private int Fill(byte[] buffer) => inner.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);

    private DeployFailedException Refused() => new($"{name} is not as it was written: it was cut, changed, or belongs to another copy");
}
