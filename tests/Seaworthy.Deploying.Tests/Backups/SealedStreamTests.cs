using Seaworthy.Deploying.Backups;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Secrets;
using Xunit;

namespace Seaworthy.Deploying.Tests.Backups;

public sealed class SealedStreamTests
{
    private const int Piece = CopyFormat.PieceLength;
    private const int SealedPiece = CopyFormat.PieceLength + CopyFormat.TagLength;
    private const int Head = 8 + CopyFormat.SaltLength;
    private const string Place = "db-1\ndb\nPostgreSql\n1\nsha256:1\ndatabase.dump\n";

    private readonly SecretKey key = SecretKey.Create();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Piece - 1)]
    [InlineData(Piece)]
    [InlineData(Piece + 1)]
    [InlineData(2 * Piece)]
    [InlineData((3 * Piece) + 17)]
    public void Any_length_comes_back(int length)
    {
        var plain = Random(length);

        var written = Seal(plain);

        Assert.Equal(plain, Open(written));
        // A piece more than the full ones, but for a length that they fill.
        Assert.Equal(Head + length + (CopyFormat.TagLength * Math.Max(1, (length + Piece - 1) / Piece)), written.Length);
    }

    [Fact]
    public void Pieces_of_any_size_may_be_written_and_read()
    {
        Random random = new(4711);
        for (var count = 0; count < 30; count++)
        {
            var plain = Random(random.Next(0, 4 * Piece));
            Assert.Equal(plain, Open(Seal(plain, random.Next(1, 2 * Piece)), random.Next(1, 2 * Piece)));
        }
    }

    [Fact]
    public void A_flipped_bit_is_refused_wherever_it_is()
    {
        var whole = Seal(Random((2 * Piece) + 100));
        Random random = new(815);
        var places = Enumerable
            .Range(0, 200)
            .Select(_ => random.Next(whole.Length))
            .Concat([0, 8, Head, Head + SealedPiece, whole.Length - 1]);
        foreach (var at in places)
        {
            var changed = (byte[])whole.Clone();
            changed[at] ^= (byte)(1 << random.Next(8));
            Refused(changed);
        }
    }

    [Fact]
    public void A_cut_is_refused_wherever_it_is()
    {
        var whole = Seal(Random((2 * Piece) + 100));
        foreach (
            var length in (int[])
                [0, 5, Head - 1, Head, Head + 3, Head + SealedPiece - 1, Head + SealedPiece, Head + (2 * SealedPiece), whole.Length - 1]
        )
        {
            Refused(whole[..length]);
        }
    }

    [Fact]
    public void Pieces_in_another_order_twice_or_left_out_are_refused()
    {
        var whole = Seal(Random((3 * Piece) + 100));
        byte[] PieceAt(int at) => whole[(Head + (at * SealedPiece))..Math.Min(whole.Length, Head + ((at + 1) * SealedPiece))];
        var head = whole[..Head];

        Refused([.. head, .. PieceAt(1), .. PieceAt(0), .. PieceAt(2), .. PieceAt(3)]);
        Refused([.. head, .. PieceAt(0), .. PieceAt(0), .. PieceAt(1), .. PieceAt(2), .. PieceAt(3)]);
        Refused([.. head, .. PieceAt(0), .. PieceAt(2), .. PieceAt(3)]);
        Refused([.. head, .. PieceAt(3)]);
        Refused([.. whole, .. PieceAt(3)]);
        Refused([.. whole, 0]);
    }

    [Fact]
    public void Another_key_place_or_salt_opens_nothing()
    {
        var one = Seal(Random(1000));
        var other = Seal(Random(1000));

        Assert.Throws<DeployFailedException>(() => new OpeningStream(new MemoryStream(one), SecretKey.Create(), Place, "f").ReadByte());
        Assert.Throws<DeployFailedException>(() => new OpeningStream(new MemoryStream(one), key, Place + "x", "f").ReadByte());
        Refused([.. one[..Head], .. other[Head..]]);
        Assert.NotEqual(Seal(new byte[100]), Seal(new byte[100]));
    }

    [Fact]
    public void What_was_not_completed_is_refused()
    {
        MemoryStream written = new();
        using (SealingStream sealing = new(written, key, Place))
        {
            sealing.Write(Random(2 * Piece));
        }

        Refused(written.ToArray());
    }

    [Fact]
    public void Memory_is_bounded_however_long_the_copy_is()
    {
        using CountingStream counted = new();
        using SealingStream sealing = new(counted, key, Place);
        var block = new byte[100_000];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var count = 0; count < 1000; count++)
        {
            sealing.Write(block);
        }

        sealing.Complete();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(Head + 100_000_000L + (CopyFormat.TagLength * ((100_000_000 + Piece - 1) / Piece)), counted.Count);
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private byte[] Seal(byte[] plain, int step = int.MaxValue)
    {
        MemoryStream written = new();
        using SealingStream sealing = new(written, key, Place);
        for (var at = 0; at < plain.Length; at += Math.Min(step, plain.Length))
        {
            sealing.Write(plain, at, Math.Min(step, plain.Length - at));
        }

        sealing.Complete();
        return written.ToArray();
    }

    private byte[] Open(byte[] written, int step = 81_920)
    {
        using OpeningStream opening = new(new MemoryStream(written), key, Place, "database.dump of db-1");
        MemoryStream plain = new();
        opening.CopyTo(plain, step);
        return plain.ToArray();
    }

    private void Refused(byte[] written)
    {
        var message = Assert.Throws<DeployFailedException>(() => Open(written)).Message;
        Assert.Equal("database.dump of db-1 is not as it was written: it was cut, changed, or belongs to another copy", message);
    }

    private sealed class CountingStream : MemoryStream
    {
        public long Count { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => Count += buffer.Length;

        public override void Write(byte[] buffer, int offset, int count) => Count += count;
    }
}
