using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

/// <summary>Which repositories a directory lies in.</summary>
public sealed class GitDirectoryTests
{
    [Fact]
    public void A_submodule_lies_in_two_repositories_and_no_program_of_either_is_run()
    {
        using var scratch = new ScratchRepository().Init().Write("module/deep/a.txt").Write("module/.git", "gitdir: ../.git\n");
        var module = Path.Combine(scratch.Root, "module");

        Assert.Equal([module, scratch.Root], GitDirectory.Tops(Path.Combine(module, "deep")).Take(2));
    }

    [Fact]
    public void Worktrees_and_submodules_are_known_by_what_names_them_in_turn()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();
        scratch.Git("worktree", "add", "-q", "tree");
        scratch.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", "./", "module");

        Assert.True(IsOwn(scratch.Root));
        Assert.True(IsOwn(Path.Combine(scratch.Root, "tree")));
        Assert.True(IsOwn(Path.Combine(scratch.Root, "module")));
    }

    [Theory]
    [InlineData("gitdir: ../victim/.git\n")]
    [InlineData("gitdir: ../victim/.git/worktrees/none\n")]
    public void A_file_that_names_the_git_directory_of_another_is_not_followed(string pointer)
    {
        using var scratch = new ScratchRepository().Write("other/.git", pointer).Write("other/Dockerfile", "FROM a\n");
        Victim(scratch);

        Assert.False(IsOwn(Path.Combine(scratch.Root, "other")));
        using GitRevisionRepository revision = new(Path.Combine(scratch.Root, "other"), "HEAD");
        Assert.False(revision.Exists);
    }

    [Theory]
    [InlineData("objects")]
    [InlineData("refs")]
    [InlineData("HEAD")]
    [InlineData("refs/heads/main")]
    [InlineData("objects/aa")]
    [InlineData("commondir")]
    public void A_link_out_of_the_git_directory_is_not_followed(string name)
    {
        using var scratch = new ScratchRepository().Write("other/Dockerfile", "FROM a\n");
        var victim = Victim(scratch);
        var other = Path.Combine(scratch.Root, "other");
        scratch.Git("init", "-q", "-b", "main", "other");
        Assert.True(IsOwn(other));

        var place = Path.Combine(other, ".git", name);
        if (Directory.Exists(place))
        {
            Directory.Delete(place, recursive: true);
        }

        File.Delete(place);
        File.CreateSymbolicLink(place, Path.Combine(victim, ".git", name));

        Assert.False(GitDirectory.Find(other) is { } git && OwnGitDirectory.Is(git));
    }

    [Fact]
    public void A_directory_made_up_to_look_like_a_repository_is_not_taken_for_one()
    {
        using var scratch = new ScratchRepository().Init().Write("svc/compose.yaml", "services:\n  api:\n    image: a\n").Commit();
        var victim = Victim(scratch);
        foreach (var name in new[] { "objects", "refs" })
        {
            Directory.Move(Path.Combine(victim, ".git", name), Path.Combine(scratch.Root, "svc", name));
        }

        File.Copy(Path.Combine(victim, ".git", "HEAD"), Path.Combine(scratch.Root, "svc", "HEAD"));
        scratch.Write("svc/config", "[core]\n\tbare = true\n");

        using GitRevisionRepository revision = new(Path.Combine(scratch.Root, "svc"), "HEAD");
        Assert.Equal(["compose.yaml"], revision.List().Tree.Files.Select(file => file.Path));
    }

    private static string Victim(ScratchRepository scratch)
    {
        var victim = Path.Combine(scratch.Root, "victim");
        scratch.Git("init", "-q", "-b", "main", "victim");
        File.WriteAllText(Path.Combine(victim, "secret.txt"), "secret");
        scratch.Git("-C", victim, "add", "-A");
        scratch.Git("-C", victim, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-q", "-m", "a");
        return victim;
    }

    private static bool IsOwn(string directory) => GitDirectory.Find(directory) is { } git && OwnGitDirectory.Is(git);
}
