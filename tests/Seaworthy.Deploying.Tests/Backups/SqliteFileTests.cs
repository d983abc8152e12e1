using System.Formats.Tar;
using Seaworthy.Deploying.Backups;
using Xunit;

namespace Seaworthy.Deploying.Tests.Backups;

/// <summary>Databases among the files of a volume, by what they begin with.</summary>
public sealed class SqliteFileTests
{
    [Fact]
    public void A_database_is_found_by_its_first_bytes_and_not_by_its_name()
    {
        using var archive = Archive(
            ("data/app", Database(3)),
            ("data/fake.db", new byte[8192]),
            ("data/short.db", "SQLite format 3\0"u8.ToArray())
        );

        var found = Assert.Single(SqliteFile.In(archive));

        Assert.Equal("data/app", found.Name);
        Assert.Null(found.Fault);
        Assert.Equal("-journal", found.Ending);
    }

    [Fact]
    public void A_database_with_a_log_ahead_of_it_has_that_beside_it()
    {
        var bytes = Database(2);
        bytes[18] = bytes[19] = 2;
        using var archive = Archive(("app.db", bytes));

        Assert.Equal("-wal", Assert.Single(SqliteFile.In(archive)).Ending);
    }

    [Theory]
    [InlineData(8192, "it has 2 of its 3 pages")]
    [InlineData(8000, "it ends within a page")]
    public void A_database_that_was_cut_says_so(int length, string fault)
    {
        using var archive = Archive(("app.db", Database(3)[..length]));

        Assert.Equal(fault, Assert.Single(SqliteFile.In(archive)).Fault);
    }

    [Fact]
    public void A_page_of_no_size_is_a_fault()
    {
        var bytes = Database(3);
        bytes[16] = 3;
        using var archive = Archive(("app.db", bytes));

        Assert.Equal("its page size is 768", Assert.Single(SqliteFile.In(archive)).Fault);
    }

    [Fact]
    public void An_empty_file_beside_a_database_belongs_to_the_same_user()
    {
        using var archive = Archive(("data/app.db", Database(1)));
        using MemoryStream beside = new();
        Assert.Single(SqliteFile.In(archive)).WriteEmpty(beside);
        beside.Position = 0;

        using TarReader reader = new(beside);
        var entry = reader.GetNextEntry();

        Assert.NotNull(entry);
        Assert.Equal(("app.db-journal", 0L, 1000, 1001), (entry.Name, entry.Length, entry.Uid, entry.Gid));
    }

    /// <summary>So many pages of 4,096 bytes.</summary>
    private static byte[] Database(byte pages)
    {
        var bytes = new byte[pages * 4096];
        "SQLite format 3\0"u8.CopyTo(bytes);
        bytes[16] = 16;
        bytes[18] = bytes[19] = 1;
        bytes[27] = bytes[95] = 7;
        bytes[31] = pages;
        return bytes;
    }

    private static MemoryStream Archive(params IEnumerable<(string Name, byte[] Bytes)> files)
    {
        MemoryStream archive = new();
        using (TarWriter writer = new(archive, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                writer.WriteEntry(
                    new PaxTarEntry(TarEntryType.RegularFile, name)
                    {
                        DataStream = new MemoryStream(bytes),
                        Uid = 1000,
                        Gid = 1001,
                    }
                );
            }
        }

        archive.Position = 0;
        return archive;
    }
}
