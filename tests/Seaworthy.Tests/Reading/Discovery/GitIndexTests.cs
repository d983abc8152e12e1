using System.Buffers.Binary;
using System.Text;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

/// <summary>The index as git writes it, beside what git itself says of it.</summary>
public sealed class GitIndexTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_version_gives_what_git_lists(int version)
    {
        using var scratch = Full(new ScratchRepository().Init());
        if (version == 3)
        {
            scratch.Write("intended.txt").Git("add", "--intent-to-add", "intended.txt");
        }

        scratch.Git("update-index", "--index-version", $"{version}");

        AssertAsGit(scratch);
    }

    [Fact]
    public void A_repository_with_long_hashes_is_read_too()
    {
        using ScratchRepository scratch = new();
        scratch.Git("init", "-q", "--object-format=sha256", "-b", "main");

        AssertAsGit(Full(scratch));
    }

    [Fact]
    public void A_path_in_conflict_counts_once()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt", "1\n").Commit();
        scratch.Git("checkout", "-q", "-b", "other");
        scratch.Write("a.txt", "2\n").Commit().Git("checkout", "-q", "main");
        scratch.Write("a.txt", "3\n").Commit();
        Assert.Throws<InvalidOperationException>(() =>
            scratch.Git("-c", "user.name=t", "-c", "user.email=t@example.com", "merge", "-q", "other")
        );

        AssertAsGit(scratch);
    }

    [Fact]
    public void An_index_in_two_files_is_left_to_git()
    {
        using var scratch = Full(new ScratchRepository().Init());
        scratch.Git("update-index", "--split-index");

        Assert.Equal(GitIndexReading.LeftToGit, GitIndex.Parse(Index(scratch)));
        using DirectoryRepository repository = new(scratch.Root);
        Assert.True(repository.List().Tree.Find("run.sh") is { IsExecutable: true });
    }

    [Fact]
    public void An_index_that_is_cut_anywhere_or_altered_is_never_half_read()
    {
        using var scratch = Full(new ScratchRepository().Init());
        var index = Index(scratch);
        for (var length = 0; length < index.Length; length++)
        {
            Assert.Null(GitIndex.Parse(index.AsSpan(0, length)).Entries);
        }

        Random random = new(7);
        for (var round = 0; round < 2000; round++)
        {
            var altered = index.ToArray();
            altered[random.Next(altered.Length)] = (byte)random.Next(256);
            _ = GitIndex.Parse(altered);
        }
    }

    [Fact]
    public void Names_longer_than_any_system_has_are_nobodys_to_read()
    {
        Assert.Equal(4096, Assert.Single(GitIndex.Parse(Version4([new string('a', 4096)])).Entries ?? []).Path.Length);
        Assert.Equal(GitIndexReading.Damaged, GitIndex.Parse(Version4([new string('a', 4097)])));
        Assert.Equal(GitIndexReading.Damaged, GitIndex.Parse(Version4(Enumerable.Repeat("a", 4097))));
    }

    [Fact]
    public void Names_that_take_far_more_memory_than_the_index_are_nobodys_to_read()
    {
        var index = Version4([new string('a', 4000), .. Enumerable.Repeat("", 20_000)]);

        Assert.InRange(index.Length, 0, 1_500_000);
        Assert.Equal(GitIndexReading.Damaged, GitIndex.Parse(index));
    }

    [Fact]
    public void A_name_of_which_more_falls_away_than_there_is_ends_the_reading()
    {
        Assert.NotNull(GitIndex.Parse(Version4(["ab", "b"], dropped: [0x00])).Entries);
        // The most that four bytes hold goes beyond what a number holds when it is shifted once more.
        Assert.Equal(GitIndexReading.Damaged, GitIndex.Parse(Version4(["ab", "b"], dropped: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])));
    }

    [Fact]
    public void A_directory_is_known_by_what_is_tracked_below_it()
    {
        TrackedPaths paths = new([.. new[] { "b/c/d", "a.txt", "b.txt", "b-c" }.Select(path => new GitEntry(path, "100644", "", 0))]);

        Assert.True(paths.Below("b") && paths.Below("b/c"));
        Assert.False(paths.Below("b/c/d") || paths.Below("a") || paths.Below("a.txt") || paths.Below("b/") || paths.Below("z"));
    }

    /// <summary>An index of version 4: each name goes on where the one before ends, but for what is said to fall away.</summary>
    private static byte[] Version4(IEnumerable<string> names, byte[]? dropped = null)
    {
        const int Fixed = 62;
        List<byte> index = [.. "DIRC"u8, 0, 0, 0, 4, 0, 0, 0, 0];
        var count = 0;
        foreach (var name in names)
        {
            index.AddRange([.. new byte[Fixed], .. count > 0 && dropped is not null ? dropped : [0], .. Encoding.ASCII.GetBytes(name), 0]);
            count++;
        }

        var bytes = index.Concat(new byte[20]).ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), count);
        return bytes;
    }

    private static ScratchRepository Full(ScratchRepository scratch)
    {
        scratch.Write("a.txt").Write("deep/er/b.txt").Write("deep/er/c.txt").Write("ünïcode").Write("run.sh").Link("link", "a.txt");
        scratch.Git("add", "-A");
        scratch.Git("update-index", "--chmod=+x", "run.sh");
        scratch.Git(
            "update-index",
            "--add",
            "--cacheinfo",
            $"160000,{new string('1', scratch.Git("rev-parse", "--show-object-format").Trim() == "sha256" ? 64 : 40)},module"
        );
        return scratch;
    }

    private static byte[] Index(ScratchRepository scratch) => File.ReadAllBytes(Path.Combine(scratch.Root, ".git", "index"));

    private static void AssertAsGit(ScratchRepository scratch)
    {
        var listed = scratch.Git("ls-files", "--stage", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var expected = listed.Select(line => $"{line.Split(' ')[0]} {line.Split('\t')[1]}").Distinct();

        Assert.Equal(expected, GitIndex.Parse(Index(scratch)).Entries?.Select(entry => $"{entry.Mode} {entry.Path}"));
    }
}
