using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Seaworthy.Reading.Discovery.Files;

namespace Seaworthy.Reading.Discovery;

/// <summary>
/// What git tracks, read out of its index: a listing starts no git, and works for files of any owner. Versions 2 to 4, which are all there are; an index in
/// several files, and one without the files of a sparse checkout, are left to git.
/// </summary>
/// <remarks>Source: Git documentation, "gitformat-index".</remarks>
internal static class GitIndex
{
    public const string Name = "index";

    // Half a million paths.
    public const long MaximumSize = 100_000_000;

    // No system has longer paths: PATH_MAX of Linux.
    private const int LongestName = 4096;

    // Names of version 4 are written without what they share with the name before: a small index can hold endless ones.
    private const int MostLetters = 64_000_000;

    private const int HeaderLength = 12;
    private const int StatLength = 40;
    private const int ModifiedAt = 8;
    private const int ModeAt = 24;
    private const int SizeAt = 36;
    private const int ShortHash = 20;
    private const int LongHash = 32;
    private const int FlagsLength = 2;
    private const int HasMoreFlags = 0x4000;

    // "skip-worktree" of the flags behind those.
    private const int IsSkipped = 0x4000;

    public static GitIndexReading Parse(ReadOnlySpan<byte> index)
    {
        if (index.Length < HeaderLength || !index.StartsWith("DIRC"u8) || Number(index[4..]) is not (>= 2 and <= 4))
        {
            return GitIndexReading.Damaged;
        }

        // Nothing in the index itself says which hash the repository uses.
        var reading = Parse(index, ShortHash);
        if (reading?.Entries is not null || reading == GitIndexReading.Damaged)
        {
            return reading;
        }

        return Parse(index, LongHash) ?? reading ?? GitIndexReading.Damaged;
    }

    /// <summary>Null when the entries are not in order with a hash of this length.</summary>
    private static GitIndexReading? Parse(ReadOnlySpan<byte> index, int hash)
    {
        List<GitEntry> entries = [];
        var version = Number(index[4..]);
        var fixedLength = StatLength + hash + FlagsLength;
        var at = HeaderLength;
        List<byte> name = [];
        var letters = 0;
        for (var left = Number(index[8..]); left > 0; left--)
        {
            if (index.Length - at < fixedLength + 1)
            {
                return null;
            }

            var start = at;
            var flags = BinaryPrimitives.ReadUInt16BigEndian(index[(start + StatLength + hash)..]);
            var mode = Number(index[(start + ModeAt)..]);
            var hasMore = version > 2 && (flags & HasMoreFlags) != 0;
            if (hasMore && index.Length - start < fixedLength + FlagsLength)
            {
                return null;
            }

            var isLeftOut = hasMore && (BinaryPrimitives.ReadUInt16BigEndian(index[(start + fixedLength)..]) & IsSkipped) != 0;
            at += fixedLength + (hasMore ? FlagsLength : 0);
            if (!TakeName(index, version, ref at, name))
            {
                return null;
            }

            letters += name.Count;
            if (name.Count > LongestName || letters > MostLetters)
            {
                return GitIndexReading.Damaged;
            }

            // Before version 4 an entry is filled with one to eight NULs, to a multiple of eight.
            at = version == 4 ? at : start + ((at - start + 7) / 8 * 8);
            var path = PathText.Of(CollectionsMarshal.AsSpan(name));
            if (entries.Count == 0 || entries[^1].Path != path)
            {
                entries.Add(
                    new GitEntry(path, Convert.ToString((int)mode, 8), "", 0)
                    {
                        IsLeftOut = isLeftOut,
                        Stat = StatAt(index[start..]),
                        IsStaged = true,
                    }
                );
            }
        }

        return Whole(entries, index, at, hash);
    }

    /// <summary>The name of an entry, with its NUL. In version 4 it says how much of the name before it falls away, and what follows.</summary>
    private static bool TakeName(ReadOnlySpan<byte> index, uint version, ref int at, List<byte> name)
    {
        var dropped = name.Count;
        if (version == 4)
        {
            dropped = 0;
            for (var more = true; more; at++)
            {
                if (at >= index.Length || dropped > name.Count)
                {
                    return false;
                }

                more = index[at] >= 0x80;
                dropped = (dropped << 7) + (index[at] & 0x7F) + (more ? 1 : 0);
            }
        }

        var length = at < index.Length ? index[at..].IndexOf((byte)0) : -1;
        if (length < 0 || dropped > name.Count)
        {
            return false;
        }

        name.RemoveRange(name.Count - dropped, dropped);
        name.AddRange(index.Slice(at, length));
        at += length + 1;
        return true;
    }

    /// <summary>Behind the entries there are extensions and the hash of all before. One whose name begins with a small letter must be understood: "link", "sdir".</summary>
    private static GitIndexReading? Whole(List<GitEntry> entries, ReadOnlySpan<byte> index, int at, int hash)
    {
        IReadOnlySet<string>? written = null;
        while (index.Length - hash - at >= 8 && at > 0)
        {
            if (index[at] is >= (byte)'a' and <= (byte)'z')
            {
                return GitIndexReading.LeftToGit;
            }

            var length = Number(index[(at + 4)..]);
            if (index[at..].StartsWith("TREE"u8) && length <= index.Length - hash - at - 8)
            {
                written = GitCacheTree.Parse(index.Slice(at + 8, (int)length), hash);
            }

            at = length <= int.MaxValue - at - 8 ? at + 8 + (int)length : -1;
        }

        // An entry without a name belongs to an index in two files.
        return at == index.Length - hash && entries.TrueForAll(entry => entry.Path.Length > 0)
            ? new GitIndexReading(written is null ? entries : Marked(entries, written), IsLeftToGit: false)
            : null;
    }

    private static List<GitEntry> Marked(List<GitEntry> entries, IReadOnlySet<string> written)
    {
        for (var at = 0; at < entries.Count; at++)
        {
            var path = entries[at].Path;
            entries[at] = entries[at] with { IsStaged = !written.Contains(path[..Math.Max(0, path.LastIndexOf('/'))]) };
        }

        return entries;
    }

    private static GitStat StatAt(ReadOnlySpan<byte> entry) =>
        new(Number(entry[ModifiedAt..]), Number(entry[(ModifiedAt + 4)..]), Number(entry[SizeAt..]));

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
