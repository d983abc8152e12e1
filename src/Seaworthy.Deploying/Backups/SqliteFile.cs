using System.Buffers.Binary;
using System.Formats.Tar;

namespace Seaworthy.Deploying.Backups;

/// <summary>A SQLite database by the first bytes of its file.</summary>
/// <param name="Name">In the archive.</param>
/// <param name="Fault">Why it is not whole, as far as it says itself; null for nothing.</param>
/// <param name="Ending">What the file is called beside it that a program which was stopped in the middle leaves behind.</param>
/// <remarks>Source: SQLite documentation, "Database File Format" (1.3 The Database Header, 2 The Rollback Journal, 4 The Write-Ahead Log).</remarks>
internal sealed record SqliteFile(string Name, string? Fault, string Ending)
{
    private const int HeadLength = 100;
    private const int PageSizeAt = 16;
    private const int WriteVersionAt = 18;
    private const int ChangesAt = 24;
    private const int PagesAt = 28;
    private const int PagesValidForAt = 92;
    private const int LargestPage = 65_536;
    private const byte WriteAhead = 2;

    private static ReadOnlySpan<byte> Magic => "SQLite format 3\0"u8;

    /// <summary>Whose file it is in the archive, for files that are made beside it.</summary>
    public required UnixFileMode Mode { get; init; }

    public required (int User, int Group) Owner { get; init; }

    /// <summary>All in an archive; what is behind a cut is passed over.</summary>
    public static IReadOnlyList<SqliteFile> In(Stream archive)
    {
        List<SqliteFile> found = [];
        try
        {
            using TarReader reader = new(archive, leaveOpen: true);
            var head = new byte[HeadLength];
            while (reader.GetNextEntry() is { } entry)
            {
                if (
                    entry is { EntryType: TarEntryType.RegularFile or TarEntryType.V7RegularFile, DataStream: { } data }
                    && data.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) == HeadLength
                    && head.AsSpan().StartsWith(Magic)
                )
                {
                    found.Add(
                        new SqliteFile(entry.Name, FaultOf(head, entry.Length), head[WriteVersionAt] == WriteAhead ? "-wal" : "-journal")
                        {
                            Mode = entry.Mode,
                            Owner = (entry.Uid, entry.Gid),
                        }
                    );
                }
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException)
        {
            return found;
        }

        return found;
    }

    /// <summary>An archive with an empty file beside the database: an old log that lies there would be taken for its own.</summary>
    public void WriteEmpty(Stream archive)
    {
        using TarWriter writer = new(archive, TarEntryFormat.Ustar, leaveOpen: true);
        writer.WriteEntry(
            new UstarTarEntry(TarEntryType.RegularFile, Path.GetFileName(Name) + Ending)
            {
                Mode = Mode,
                Uid = Owner.User,
                Gid = Owner.Group,
            }
        );
    }

    private static string? FaultOf(ReadOnlySpan<byte> head, long length)
    {
        int said = BinaryPrimitives.ReadUInt16BigEndian(head[PageSizeAt..]);
        var page = said == 1 ? LargestPage : said;
        if (page < 512 || (page & (page - 1)) != 0)
        {
            return $"its page size is {page}";
        }

        long pages = BinaryPrimitives.ReadUInt32BigEndian(head[PagesAt..]);
        var isCounted = head[ChangesAt..].StartsWith(head.Slice(PagesValidForAt, 4));
        return length % page != 0 ? "it ends within a page"
            : isCounted && pages * page > length ? $"it has {length / page} of its {pages} pages"
            : null;
    }
}
