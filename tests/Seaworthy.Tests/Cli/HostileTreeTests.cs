using System.Diagnostics;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Nothing that lies in the audited tree is run: not by its name, not by PATH, not by what git's configuration says.</summary>
public sealed class HostileTreeTests(HostileTreeTests.TrappedTree trapped) : IClassFixture<HostileTreeTests.TrappedTree>
{
    // Every program that is started here or by git, with the names that systems give it.
    private static readonly string[] Programs =
    [
        "git",
        "git.exe",
        "git.cmd",
        "git.bat",
        "git.com",
        "git-ls-files",
        "git-ls-tree",
        "git-cat-file",
        "git-rev-parse",
        "git-merge-base",
        "git-upload-pack",
        "git-remote-https",
        "git-remote-ext",
        "git-credential-x",
        "ssh",
        "docker",
        "less",
        "more",
        "sh",
        "bash",
        "cat",
        "helm",
        "kubectl",
        "terraform",
        "node",
        "dotnet",
        "gpg",
        "vi",
        "editor",
        "xdg-open",
        "stty",
        "tput",
        "infocmp",
    ];

    private static readonly string[] Settings =
    [
        "core.fsmonitor",
        "core.sshCommand",
        "core.pager",
        "core.editor",
        "diff.external",
        "core.askPass",
        "core.gitProxy",
        "gpg.program",
    ];

    public static TheoryData<string> Commands =>
        [
            "audit",
            "audit --rev HEAD",
            "audit --no-config -f json",
            "diff",
            "diff HEAD~1..HEAD",
            "diff HEAD~1...HEAD",
            "model",
            "matrix",
            "cost",
            "rules",
            "explain files/duplicate-key",
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Programs_in_the_tree_are_not_run(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the traps are scripts");

        Run(trapped.Root, trapped.Root, CarelessPath(trapped.Root), command);

        Assert.False(File.Exists(trapped.Marker), "a program of the tree was run");
    }

    [Theory]
    [InlineData("audit --rev HEAD", "bin")]
    [InlineData("audit", ".git")]
    public void Programs_in_the_current_directory_are_not_run(string command, string directory)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the traps are scripts");

        Run(Path.Combine(trapped.Root, directory), trapped.Root, Environment.GetEnvironmentVariable("PATH") ?? "", command);
        Run(Path.Combine(trapped.Root, directory), trapped.Root, "", command);

        Assert.False(File.Exists(trapped.Marker), "a program of the tree was run");
    }

    [Fact]
    public void Without_a_git_that_may_be_run_the_audit_goes_on_and_says_what_it_lost()
    {
        using var scratch = new ScratchRepository().Init().Write(".gitignore", "*.log\n").Write("a.log").Write("b.txt").Commit();
        File.WriteAllBytes(Path.Combine(scratch.Root, ".git", "index"), "DIRC\0\0\0\t\0\0\0\0"u8);

        var (code, output) = Run(scratch.Root, scratch.Root, "/nonexistent", "audit");

        Assert.Equal(3, code);
        Assert.Contains("It is unknown what git tracks", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_needs_no_git()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write(".gitignore", "*.yaml\n")
            .Write("compose.yaml", "services:\n  a:\n    image: b\n    image: c\n");
        scratch.Git("add", "-f", "compose.yaml");
        scratch.Commit();

        var (code, output) = Run(scratch.Root, scratch.Root, "/nonexistent", "audit");

        Assert.Equal(1, code);
        Assert.DoesNotContain("It is unknown what git tracks", output, StringComparison.Ordinal);
    }

    // What a careless PATH holds: nothing, the current directory, a relative one, one of the tree, a link into it.
    private static string CarelessPath(string root) => $":.:bin:{root}:{root}/bin:{root}-link:{Environment.GetEnvironmentVariable("PATH")}";

    private static (int Code, string Output) Run(string directory, string root, string path, string command)
    {
        var words = command.Split(' ');
        ProcessStartInfo start = new(
            Path.Combine(AppContext.BaseDirectory, "seaworthy"),
            words[0] is "rules" or "explain" ? words
                : words is ["diff"] ? ["diff", "HEAD", root]
                : [.. words, root]
        )
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the host of .NET asks for is kept.
        start.Environment["PATH"] = path;
        start.Environment["GIT_EXTERNAL_DIFF"] =
            start.Environment["GIT_SSH"] =
            start.Environment["GIT_ASKPASS"] =
                Path.Combine(root, "git");
        start.Environment["GIT_EXEC_PATH"] = Path.Combine(root, "bin");
        start.Environment["PAGER"] = start.Environment["GIT_PAGER"] = Path.Combine(root, "less");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("seaworthy does not start");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>A repository full of traps: each leaves a mark beside it when it is run.</summary>
    public sealed class TrappedTree : IDisposable
    {
        private readonly ScratchRepository scratch = new();

        public TrappedTree()
        {
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            scratch.Init().Write("Dockerfile", "FROM alpine\n").Commit();
            foreach (var path in Programs.SelectMany(name => new[] { name, "bin/" + name, ".git/" + name, "node_modules/.bin/" + name }))
            {
                scratch.Write(path, $"#!/bin/sh\necho run >> '{Marker}'\nexec /bin/true\n");
                File.SetUnixFileMode(Path.Combine(Root, path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            Directory.CreateSymbolicLink(Root + "-link", Path.Combine(Root, "bin"));
            foreach (var setting in Settings)
            {
                scratch.Git("config", setting, Path.Combine(Root, "git"));
            }

            scratch.Git("-c", "core.fsmonitor=false", "add", "-A");
            scratch.Git("-c", "core.fsmonitor=false", "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "-q", "-m", "traps");
            File.Delete(Marker);
        }

        public string Root => scratch.Root;

        public string Marker => Root + "-run";

        public void Dispose()
        {
            File.Delete(Root + "-link");
            File.Delete(Marker);
            scratch.Dispose();
        }
    }
}
