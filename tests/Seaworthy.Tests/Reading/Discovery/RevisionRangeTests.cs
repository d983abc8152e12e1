using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class RevisionRangeTests
{
    [Theory]
    [InlineData("main", "main", null, false)]
    [InlineData("main..topic", "main", "topic", false)]
    [InlineData("main...topic", "main", "topic", true)]
    [InlineData("main..", "main", "HEAD", false)]
    [InlineData("..topic", "HEAD", "topic", false)]
    [InlineData("main...", "main", "HEAD", true)]
    [InlineData("v1.4.2..v1.5.0", "v1.4.2", "v1.5.0", false)]
    public void It_is_read_as_git_reads_it(string written, string first, string? last, bool isFromMergeBase) =>
        Assert.Equal(new RevisionRange(first, last, isFromMergeBase), RevisionRange.Parse(written));

    [Fact]
    public void The_merge_base_is_where_two_revisions_parted()
    {
        using var scratch = new ScratchRepository().Init().Write("a").Commit();
        var parted = scratch.Git("rev-parse", "HEAD").Trim();
        scratch.Git("checkout", "-q", "-b", "topic");
        scratch.Write("b").Commit().Git("checkout", "-q", "main");
        scratch.Write("c").Commit();

        Assert.Equal(parted, RevisionRange.Parse("main...topic").MergeBase(scratch.Root));
        Assert.Null(RevisionRange.Parse("main...absent").MergeBase(scratch.Root));
        Assert.Null(RevisionRange.Parse("--help...topic").MergeBase(scratch.Root));
    }
}
