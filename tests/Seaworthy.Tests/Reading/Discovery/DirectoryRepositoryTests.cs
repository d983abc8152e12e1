using Seaworthy.Model.Source;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Reading.Discovery;

public sealed class DirectoryRepositoryTests
{
    [Fact]
    public void A_name_that_looks_like_one_that_is_no_utf8_stays_another()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "names are bytes on Linux alone");
        using var scratch = new ScratchRepository().Init();
        scratch.Write("\\xff.yml", "literal\n").Write("plain\\x.yml").Write("\\x5cxff.yml", "third\n");
        ScratchRepository.Run(scratch.Root, "sh", "-c", "printf raw > \"$(printf '\\377.yml')\"");
        scratch.Commit();

        using DirectoryRepository disk = new(scratch.Root);
        using GitRevisionRepository revision = new(scratch.Root, "HEAD");
        foreach (var repository in new Repository[] { disk, revision })
        {
            var tree = repository.List().Tree;
            Assert.Equal("raw", Text(repository, tree, "\\xff.yml").Text);
            Assert.Equal("literal\n", Text(repository, tree, "\\x5cxff.yml").Text);
            Assert.Equal("third\n", Text(repository, tree, "\\x5cx5cxff.yml").Text);
            Assert.NotNull(tree.Find("plain\\x.yml"));
        }

        // The framework cannot delete what it cannot name.
        ScratchRepository.Run(scratch.Root, "sh", "-c", "rm \"$(printf '\\377.yml')\"");
    }

    [Fact]
    public void The_work_tree_that_a_configuration_names_is_not_believed()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml").Commit();
        scratch.Git("config", "core.worktree", "/");

        using GitRevisionRepository revision = new(scratch.Root, "HEAD");
        Assert.NotNull(revision.List().Tree.Find("compose.yaml"));
    }

    [Fact]
    public void Tells_tracked_untracked_and_ignored_apart()
    {
        using var scratch = new ScratchRepository().Init().Write(".gitignore", "*.log\n.env\n").Write("a.txt").Write("kept.log");
        scratch.Git("add", "-f", "kept.log");
        scratch.Commit().Write("b.txt").Write("c.log").Write(".env");

        var tree = List(scratch.Root);

        Assert.Equal(FileStatus.Tracked, tree.Find("a.txt")?.Status);
        Assert.Equal(FileStatus.Tracked, tree.Find("kept.log")?.Status);
        Assert.Equal(FileStatus.Untracked, tree.Find("b.txt")?.Status);
        Assert.Equal(FileStatus.Ignored, tree.Find("c.log")?.Status);
        Assert.False(tree.HasFile(".env"));
        Assert.Equal(".gitignore:2", tree.WhyIgnored(".env")?.Span.ToString());
        Assert.Null(tree.WhyIgnored("kept.log"));
    }

    [Fact]
    public void Letters_of_two_bytes_at_the_end_of_an_ignore_file_hide_none_of_its_lines()
    {
        using var scratch = new ScratchRepository().Init().Write(".gitignore", "release/\n\0s\0i\0g\0\n").Write("a.txt").Commit();

        Assert.Equal(".gitignore:1", List(scratch.Root).WhyIgnored("release/latest.yml")?.Span.ToString());
    }

    [Fact]
    public void A_checkout_that_broke_off_holds_what_the_last_commit_does()
    {
        using var scratch = new ScratchRepository().Init().Write(".gitignore", "*.json\n").Write("a.txt").Write("lost.bin");
        scratch.Write("package.json").Git("add", "-f", "package.json");
        scratch.Commit();
        File.Delete(Path.Combine(scratch.Root, ".git", "index"));
        File.Delete(Path.Combine(scratch.Root, "lost.bin"));

        using DirectoryRepository repository = new(scratch.Root);
        var listing = repository.List();

        Assert.Equal(FileStatus.Tracked, listing.Tree.Find("package.json")?.Status);
        Assert.True(listing.Tree.Find("lost.bin") is { IsNotCheckedOut: true, IsReadable: false });
        Assert.True(listing.Tree.HasFile("lost.bin"));
        Assert.Contains("1 file of the last commit", Assert.Single(listing.Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_submodule_that_was_not_fetched_is_known_by_gitmodules()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write(".gitmodules", "[submodule \"app\"]\n\tpath = vendor/app\n\turl = https://example.com/app\n");

        var tree = List(scratch.Root);

        Assert.Equal("vendor/app", tree.FindSubmodule("vendor/app/package.json")?.Path);
        Assert.False(tree.HasFile("vendor/app"));
    }

    [Fact]
    public void An_ignored_directory_is_noted_and_not_entered()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write(".gitignore", "node_modules/\n")
            .Write("node_modules/a/index.js")
            .Write("x.js");

        var tree = List(scratch.Root);

        Assert.True(tree.Find("node_modules") is { IsDirectory: true, Status: FileStatus.Ignored });
        Assert.Empty(tree.FilesUnder("node_modules"));
        Assert.False(tree.HasDirectory("node_modules"));
    }

    [Fact]
    public void A_tracked_file_in_an_ignored_directory_stays_tracked_and_its_neighbours_ignored()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("dist/kept.js")
            .Commit()
            .Write(".gitignore", "dist/\n")
            .Write("dist/other.js");

        var tree = List(scratch.Root);

        Assert.True(tree.HasFile("dist/kept.js"));
        Assert.Equal(FileStatus.Ignored, tree.Find("dist/other.js")?.Status);
    }

    [Fact]
    public void A_tracked_file_that_is_deleted_is_not_there()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Write("b.txt").Commit();
        File.Delete(Path.Combine(scratch.Root, "a.txt"));

        Assert.False(List(scratch.Root).Has("a.txt"));
    }

    [Fact]
    public void In_a_subdirectory_the_ignore_files_above_still_hold()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write(".gitignore", "/services/api/*.db\nsecret.txt\n")
            .Write("services/api/main.py")
            .Commit();
        scratch.Write("services/api/local.db").Write("services/api/deep/secret.txt").Write("services/api/deep/local.db");

        var tree = List(Path.Combine(scratch.Root, "services/api"));

        Assert.Equal(FileStatus.Tracked, tree.Find("main.py")?.Status);
        Assert.Equal(FileStatus.Ignored, tree.Find("local.db")?.Status);
        Assert.Equal(FileStatus.Untracked, tree.Find("deep/local.db")?.Status);
        Assert.Equal("../../.gitignore:2", tree.WhyIgnored("deep/secret.txt")?.Span.ToString());
    }

    [Fact]
    public void A_worktree_knows_what_it_tracks_and_shares_the_exclusions()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();
        scratch.Write(".git/info/exclude", "private.txt\n");
        using ScratchRepository other = new();
        var tree = Path.Combine(other.Root, "tree");
        scratch.Git("worktree", "add", "-q", tree);
        File.WriteAllText(Path.Combine(tree, "private.txt"), "x");

        var listed = List(tree);

        Assert.Equal(FileStatus.Tracked, listed.Find("a.txt")?.Status);
        Assert.Equal(FileStatus.Ignored, listed.Find("private.txt")?.Status);
        Assert.Null(listed.Find(".git"));
    }

    [Fact]
    public void Without_git_the_ignore_files_decide()
    {
        using var scratch = new ScratchRepository()
            .Write(".gitignore", "*.log\n")
            .Write("a.log")
            .Write("sub/.gitignore", "!b.log\n")
            .Write("sub/b.log");

        var tree = List(scratch.Root);

        Assert.False(tree.HasFile("a.log"));
        Assert.True(tree.HasFile("sub/b.log"));
    }

    [Fact]
    public void Links_are_followed_inside_the_tree_and_never_out_of_it()
    {
        using ScratchRepository outside = new();
        outside.Write("secret.txt", "secret");
        using var scratch = new ScratchRepository()
            .Init()
            .Write("real/a.txt", "text")
            .Link("inside", "real/a.txt")
            .Link("folder", "real")
            .Link("absolute", Path.Combine(outside.Root, "secret.txt"))
            .Link("climbing", "../secret.txt")
            .Link("circle", "circle")
            .Commit();
        using DirectoryRepository repository = new(scratch.Root);
        var tree = repository.List().Tree;

        Assert.Equal("text", Read(repository, tree, "inside"));
        Assert.True(tree.HasFile("folder/a.txt"));
        Assert.True(tree.HasDirectory("folder"));
        Assert.False(tree.HasFile("folder"));
        Assert.Null(Read(repository, tree, "absolute"));
        Assert.Null(Read(repository, tree, "climbing"));
        Assert.Null(Read(repository, tree, "circle"));
        Assert.False(tree.Has("folder/b.txt"));
    }

    [Fact]
    public void The_executable_bit_comes_from_the_index_or_the_file()
    {
        using var scratch = new ScratchRepository().Init().Write("run.sh").Write("other.sh");
        scratch.Git("add", "-A");
        scratch.Git("update-index", "--chmod=+x", "run.sh");
        scratch.Write("new.sh");
        ScratchRepository.Run(scratch.Root, "chmod", "+x", "new.sh");

        var tree = List(scratch.Root);

        Assert.Equal(["new.sh", "run.sh"], tree.Files.Where(file => file.IsExecutable).Select(file => file.Path));
    }

    [Fact]
    public void A_submodule_is_noted_as_one()
    {
        using var inner = new ScratchRepository().Init().Write("in.txt").Commit();
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();
        scratch.Git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.Root, "libs/inner");
        scratch.Commit();

        var tree = List(scratch.Root);

        Assert.True(tree.Find("libs/inner") is { IsSubmodule: true });
        Assert.Equal("libs/inner", tree.FindSubmodule("libs/inner/deep/x")?.Path);
        Assert.Null(tree.FindSubmodule("libs/innermost"));
        Assert.True(tree.HasDirectory("libs/inner"));
    }

    [Fact]
    public void A_submodule_without_an_address_can_be_fetched_by_nobody()
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();
        scratch.Git("update-index", "--add", "--cacheinfo", "160000,0123456789012345678901234567890123456789,app");
        Directory.CreateDirectory(Path.Combine(scratch.Root, "app"));

        Assert.True(List(scratch.Root).Find("app") is { IsSubmodule: true, HasNoAddress: true });

        scratch.Write(".gitmodules", "[submodule \"app\"]\n\tpath = app\n\turl = https://example.com/app\n");
        Assert.True(List(scratch.Root).Find("app") is { IsSubmodule: true, HasNoAddress: false });
    }

    [Fact]
    public void Odd_names_large_files_and_binary_files_do_no_harm()
    {
        using var scratch = new ScratchRepository().Init().Write("with space.txt").Write("new\nline.txt", "n").Write("ünïcode.txt");
        scratch.Write("large.txt", new string('a', 5_000_001)).Write("binary", "a\0b").Commit();
        using DirectoryRepository repository = new(scratch.Root);
        var tree = repository.List().Tree;

        Assert.All(["with space.txt", "new\nline.txt", "ünïcode.txt"], path => Assert.Equal(FileStatus.Tracked, tree.Find(path)?.Status));
        Assert.Equal("n", Read(repository, tree, "new\nline.txt"));
        Assert.Equal(DiagnosticKind.FileTooLarge, Text(repository, tree, "large.txt").Diagnostic?.Kind);
        Assert.Equal(DiagnosticKind.FileBinary, Text(repository, tree, "binary").Diagnostic?.Kind);
    }

    [Fact]
    public void A_pipe_is_never_waited_for()
    {
        using var scratch = new ScratchRepository().Write("a.txt");
        ScratchRepository.Run(scratch.Root, "mkfifo", "Dockerfile");
        using DirectoryRepository repository = new(scratch.Root);

        Assert.Equal(DiagnosticKind.FileSpecial, Text(repository, repository.List().Tree, "Dockerfile").Diagnostic?.Kind);
    }

    private static RepositoryTree List(string root)
    {
        using DirectoryRepository repository = new(root);
        return repository.List().Tree;
    }

    private static FileText Text(Repository repository, RepositoryTree tree, string path) =>
        tree.Find(path) is { } file ? repository.Read(tree, file) : throw new ArgumentException(path);

    private static string? Read(Repository repository, RepositoryTree tree, string path) => Text(repository, tree, path).Text;
}
