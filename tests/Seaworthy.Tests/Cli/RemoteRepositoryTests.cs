using System.Diagnostics;
using Seaworthy.Reading.Discovery;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Repositories of other machines. Git reaches one by ssh, and the user's configuration says which program that is: here one that stays on this machine.</summary>
public sealed class RemoteRepositoryTests
{
    private const string Address = "ssh://git@forge.example/shop";

    [Theory]
    [InlineData(Address)]
    [InlineData("git@forge.example:shop")]
    [InlineData(Address + "@main")]
    [InlineData(Address, "--rev", "main")]
    [InlineData("audit", Address, "--config", "own.yaml")]
    public void A_repository_elsewhere_is_audited_without_its_own_say_and_deleted(params string[] arguments)
    {
        using Forge forge = new();

        var (code, output, error) = forge.Run([.. arguments, "-f", "concise"]);

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("compose.yaml:5:5: high files/duplicate-key", output, StringComparison.Ordinal);
        Assert.Empty(forge.Leftovers);
    }

    [Fact]
    public void A_tag_and_a_commit_can_be_named()
    {
        using Forge forge = new();

        Assert.Equal(0, forge.Run(Address + "@v1").Code);
        Assert.Equal(0, forge.Run(Address + "@" + forge.Commit("v1")).Code);
        Assert.Equal((0, 0), (forge.Run("model", Address).Code, forge.Run("matrix", Address).Code));
        Assert.Empty(forge.Leftovers);
    }

    [Theory]
    [InlineData("cannot clone 'ssh://git@forge.example/shop': unknown revision 'absent'.", Address + "@absent")]
    [InlineData(
        "cannot clone 'ssh://git@forge.example/none': there is no such repository, or it needs a sign-in.",
        "ssh://git@forge.example/none"
    )]
    [InlineData("--rev and @REV name two revisions: leave one out.", Address + "@main", "--rev", "v1")]
    [InlineData(
        "--config-from needs a directory; of a URL, no configuration counts but that of --config.",
        Address,
        "--config-from",
        "main"
    )]
    [InlineData(
        "'ssh://git@forge.example/shop' is no directory; this command needs one, so clone it first.",
        "baseline",
        "create",
        Address
    )]
    [InlineData("'ssh://git@forge.example/shop' is no directory; this command needs one, so clone it first.", "diff", "main", Address)]
    [InlineData("cannot clone 'file:///srv/shop': only https and ssh addresses of git repositories are cloned.", "file:///srv/shop")]
    [InlineData("cannot clone 'ext::sh -c id': only https and ssh addresses of git repositories are cloned.", "ext::sh -c id")]
    [InlineData(
        "cannot clone 'http://forge.example/shop': only https and ssh addresses of git repositories are cloned.",
        "http://forge.example/shop"
    )]
    public void What_cannot_be_cloned_is_said_in_a_sentence_and_leaves_nothing(string sentence, params string[] arguments)
    {
        using Forge forge = new();

        var (code, output, error) = forge.Run(arguments);

        Assert.Equal((2, "", $"seaworthy: {sentence}"), (code, output, error.Trim()));
        Assert.Empty(forge.Leftovers);
    }

    [Fact]
    public void A_configuration_of_the_user_that_leads_to_a_directory_is_refused()
    {
        using Forge forge = new();
        forge.Configure($"[url \"{forge.Bare}\"]\n\tinsteadOf = ssh://git@forge.example/shop\n");

        Assert.Contains("transport 'file' not allowed", forge.Run(Address).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupt_while_it_is_cloned_leaves_nothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT");
        using Forge forge = new();
        using var process =
            Process.Start(forge.Start(["ssh://git@forge.example/slow"])) ?? throw new InvalidOperationException("seaworthy");
        for (var patience = 0; forge.Leftovers.Count == 0 && patience < 300; patience++)
        {
            Thread.Sleep(100);
        }

        Assert.NotEmpty(forge.Leftovers);
        Process.Start("kill", ["-INT", $"{process.Id}"]).WaitForExit();

        Assert.True(process.WaitForExit(20_000));
        Assert.NotEqual(0, process.ExitCode);
        Assert.Empty(forge.Leftovers);
    }

    [Theory]
    [InlineData("https://host/owner/name", "https://host/owner/name", null)]
    [InlineData("https://host/owner/name.git@v1.2", "https://host/owner/name.git", "v1.2")]
    [InlineData("https://user:secret@host:8443/a/b@feature/x", "https://user:secret@host:8443/a/b", "feature/x")]
    [InlineData("ssh://git@host:22/a/b", "ssh://git@host:22/a/b", null)]
    [InlineData("git@host:a/b@main", "git@host:a/b", "main")]
    [InlineData("owner/name", "https://github.com/owner/name", null)]
    [InlineData("owner/name@0123abc", "https://github.com/owner/name", "0123abc")]
    public void An_address_names_a_repository_and_perhaps_a_revision(string written, string url, string? revision) =>
        Assert.Equal(new RemoteAddress(url, revision), RemoteAddress.Parse(written));

    [Theory]
    [InlineData("nowhere")]
    [InlineData("a/b/c")]
    [InlineData("../shop")]
    [InlineData("./shop")]
    [InlineData("owner/-name")]
    [InlineData("-oProxyCommand=id@host:x")]
    [InlineData("git@-oProxyCommand=id:x")]
    [InlineData("git@host:-x")]
    [InlineData(@"C:\shop")]
    public void A_path_is_no_address(string written) => Assert.Null(RemoteAddress.Parse(written));

    [Theory]
    [InlineData("ssh://-oProxyCommand=id/x")]
    [InlineData("ssh://git@-host/x")]
    [InlineData("https://-host/x")]
    [InlineData("https://host/-x")]
    [InlineData("git://host/x")]
    [InlineData("fd::17")]
    [InlineData("https://host/x@-u")]
    [InlineData("https://host/x@a:b")]
    [InlineData("owner/name@a b")]
    public void What_git_could_take_for_something_else_is_refused(string written) => Assert.NotNull(RemoteAddress.Parse(written)?.Fault);

    [Fact]
    public void A_password_is_not_shown() =>
        Assert.Equal("https://•••@host/a/b", RemoteAddress.Parse("https://user:secret@host/a/b")?.Shown);

    private sealed class Forge : IDisposable
    {
        private readonly ScratchRepository scratch = new();
        private readonly ScratchRepository source = new();

        public Forge()
        {
            source.Init().Write("compose.yaml", "services:\n  api:\n    image: example/api:1.4.2\n").Commit().Git("tag", "v1");
            source
                .Write("compose.yaml", Audited.Compose(beside: " # seaworthy: allow files/duplicate-key trust me"))
                .Write("seaworthy.yaml", "gate: never\n")
                .Link("link.yaml", "/etc/passwd")
                .Commit();
            ScratchRepository.Run(scratch.Root, "git", "clone", "-q", "--bare", source.Root, Bare);
            scratch.Write("work/own.yaml", "gate: high\n").Write("tmp/keep");
            File.Delete(Path.Combine(scratch.Root, "tmp", "keep"));
            // What git would send to the other machine, done here; a slow one never answers.
            var program = Path.Combine(scratch.Root, "ssh");
            scratch.Write(
                "ssh",
                $"#!/bin/sh\nfor last; do :; done\ncase $last in *slow*) exec sleep 60;; *none*) echo 'repository not found' >&2; exit 1;; esac\nexec git upload-pack '{Bare}'\n"
            );
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            }

            Configure($"[core]\n\tsshCommand = {program}\n");
        }

        public string Bare => Path.Combine(scratch.Root, "shop.git");

        /// <summary>What is left in the directory for temporary files.</summary>
        public IReadOnlyList<string> Leftovers => Directory.GetDirectories(Path.Combine(scratch.Root, "tmp"));

        public void Configure(string text) => scratch.Write("home/.gitconfig", text);

        public string Commit(string name) => source.Git("rev-parse", name).Trim();

        public ProcessStartInfo Start(IReadOnlyList<string> arguments)
        {
            ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "seaworthy"), arguments)
            {
                WorkingDirectory = Path.Combine(scratch.Root, "work"),
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["HOME"] = Path.Combine(scratch.Root, "home");
            start.Environment["XDG_CONFIG_HOME"] = Path.Combine(scratch.Root, "home");
            start.Environment["TMPDIR"] = Path.Combine(scratch.Root, "tmp");
            return start;
        }

        public (int Code, string Output, string Error) Run(params IReadOnlyList<string> arguments)
        {
            using var process = Process.Start(Start(arguments)) ?? throw new InvalidOperationException("seaworthy does not start");
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output, error.Result);
        }

        public void Dispose()
        {
            source.Dispose();
            scratch.Dispose();
        }
    }
}
