using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class GitRevisionRepositoryTests
{
    [Fact]
    public void Reads_a_revision_whatever_the_directory_holds_now()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write(".gitignore", "*.log\n")
            .Write("a.txt", "old")
            .Write("sub/b.txt", "b")
            .Link("l", "sub/b.txt")
            .Commit();
        scratch.Write("a.txt", "new").Write("c.txt").Write("x.log");
        using GitRevisionRepository repository = new(scratch.Root, "HEAD");

        var tree = repository.List().Tree;

        Assert.Equal([".gitignore", "a.txt", "l", "sub/b.txt"], tree.Files.Select(file => file.Path));
        Assert.Equal("old", Read(repository, tree, "a.txt"));
        Assert.Equal("b", Read(repository, tree, "l"));
        Assert.Equal(".gitignore:1", tree.WhyIgnored("x.log")?.Span.ToString());
    }

    [Fact]
    public void A_subdirectory_confines_it()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Write("sub/b.txt", "b").Commit();
        using GitRevisionRepository repository = new(Path.Combine(scratch.Root, "sub"), "main");

        var tree = repository.List().Tree;

        Assert.Equal(["b.txt"], tree.Files.Select(file => file.Path));
        Assert.Equal("b", Read(repository, tree, "b.txt"));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("--help")]
    [InlineData("")]
    public void A_revision_that_is_none_is_said_so(string revision)
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();
        using GitRevisionRepository repository = new(scratch.Root, revision);

        Assert.False(repository.Exists);
        Assert.Single(repository.List().Diagnostics);
    }

    private static string? Read(Repository repository, RepositoryTree tree, string path) =>
        tree.Find(path) is { } file ? repository.Read(tree, file).Text : throw new ArgumentException(path);
}
