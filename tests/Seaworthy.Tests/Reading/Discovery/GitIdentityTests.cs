using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class GitIdentityTests
{
    private const string Remote = "https://user:hunter2hunter2@github.com/acme/shop.git";

    [Fact]
    public void A_checkout_has_the_name_of_its_remote_its_commit_and_its_branch()
    {
        using var scratch = Shop();
        var commit = scratch.Git("rev-parse", "HEAD").Trim();

        Assert.Equal(
            new RepositoryIdentity("acme/shop", commit, "main") { Host = new RepositoryHost("github.com", "acme/shop") },
            Of(scratch.Root)
        );
        Assert.Equal("deploy", Of(Path.Combine(scratch.Root, "deploy"))?.Directory);

        scratch.Git("pack-refs", "--all");
        Assert.Equal(commit, Of(scratch.Root)?.Commit);

        scratch.Git("worktree", "add", "-q", "-b", "feature/x", "tree");
        Assert.Equal(("acme/shop", commit, "feature/x"), Words(Of(Path.Combine(scratch.Root, "tree"))));

        scratch.Git("checkout", "-q", "--detach");
        Assert.Equal(("acme/shop", commit, null), Words(Of(scratch.Root)));
    }

    [Fact]
    public void A_revision_has_the_commit_that_it_names()
    {
        using var scratch = Shop();
        var first = scratch.Git("rev-parse", "HEAD").Trim();
        scratch.Git("tag", "v1");
        scratch.Write("b.txt").Commit();

        using GitRevisionRepository revision = new(scratch.Root, "v1");
        var listing = revision.List();

        Assert.Equal(("acme/shop", first, null), Words(listing.Identity));
        Assert.All(listing.Tree.Files, file => Assert.True(file.IsCommitted));
    }

    [Fact]
    public void Without_a_remote_the_directory_gives_the_name_and_without_git_there_is_none()
    {
        using var scratch = new ScratchRepository().Write("a.txt");
        Assert.Null(Of(scratch.Root));

        scratch.Init();
        Assert.Equal((Path.GetFileName(scratch.Root), null, "main"), Words(Of(scratch.Root)));
    }

    [Fact]
    public void Whoever_names_another_directory_as_its_git_is_not_believed()
    {
        using var scratch = Shop().Write("other/.git", "gitdir: ../.git\n").Write("other/a.txt");

        Assert.Null(Of(Path.Combine(scratch.Root, "other")));
    }

    [Theory]
    [InlineData("ref: ../../../etc/passwd\n")]
    [InlineData("ref: refs/heads/../../config\n")]
    [InlineData("nothing\n")]
    public void A_head_that_names_no_commit_gives_none(string head)
    {
        using var scratch = Shop().Write(".git/HEAD", head);

        Assert.Null(GitDirectory.Find(scratch.Root) is { } git ? GitIdentity.Of(git).Commit : "");
    }

    [Fact]
    public void What_is_changed_staged_or_new_is_not_as_it_was_committed()
    {
        using var scratch = Shop();
        Assert.Equal(["a.txt", "deploy/compose.yaml", "web/a.txt"], Committed(scratch));
        Assert.False(Of(scratch.Root)?.HasChanges);

        scratch.Write("a.txt", "longer than before\n");
        Assert.Equal(["deploy/compose.yaml", "web/a.txt"], Committed(scratch));
        Assert.True(Of(scratch.Root)?.HasChanges);

        // What is staged is marked by its directories.
        scratch.Write("web/a.txt", "another\n").Git("add", "web/a.txt");
        Assert.Equal(["deploy/compose.yaml"], Committed(scratch));

        scratch.Write("deploy/new.txt");
        Assert.Equal(["deploy/compose.yaml"], Committed(scratch));
    }

    [Theory]
    [InlineData("[remote \"origin\"]\n\turl = a\n", "a")]
    [InlineData("[remote \"up\"]\n\turl = b\n[Remote  \"origin\"]\n\tfetch = x\n\tURL=\"a\"\n", "a")]
    [InlineData("[remote \"up\"]\n\turl = b\n", null)]
    [InlineData("", null)]
    public void Origin_is_read_out_of_the_configuration(string configuration, string? address) =>
        Assert.Equal(address, GitIdentity.Origin(configuration));

    private static ScratchRepository Shop()
    {
        var scratch = new ScratchRepository().Init().Write("a.txt").Write("web/a.txt").Write("deploy/compose.yaml").Commit();
        scratch.Git("remote", "add", "origin", Remote);
        return scratch;
    }

    private static RepositoryIdentity? Of(string directory)
    {
        using DirectoryRepository repository = new(directory);
        return repository.List().Identity;
    }

    private static IEnumerable<string> Committed(ScratchRepository scratch)
    {
        using DirectoryRepository repository = new(scratch.Root);
        return [.. repository.List().Tree.Files.Where(file => file.IsCommitted).Select(file => file.Path)];
    }

    private static (string?, string?, string?) Words(RepositoryIdentity? identity) => (identity?.Name, identity?.Commit, identity?.Branch);
}
