using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class DirectoryChangesTests
{
    [Fact]
    public void What_is_written_is_told_and_what_git_keeps_is_not()
    {
        using var repository = new ScratchRepository().Write("a/b.yaml", "a: 1\n").Write(".git/HEAD", "ref: refs/heads/main\n");
        using CancellationTokenSource end = new(TimeSpan.FromMinutes(2));
        using DirectoryChanges changes = new(repository.Root, end.Token);

        repository.Write(".git/index", "x").Write("a/b.yaml", "a: 2\n");

        Assert.Equal(["a/b.yaml"], changes.Next());
    }

    [Fact]
    public void Whoever_stops_watching_gets_no_more()
    {
        using var repository = new ScratchRepository();
        using CancellationTokenSource end = new();
        using DirectoryChanges changes = new(repository.Root, end.Token);

        end.Cancel();

        Assert.Null(changes.Next());
    }
}
