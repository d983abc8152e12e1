using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>What the GitHub action runs, with a program in place of ours that writes down its arguments.</summary>
public sealed class ActionTests
{
    [Fact]
    public void Outside_of_pull_requests_the_repository_speaks_for_itself() =>
        Assert.Equal(
            [
                ["audit", ".", "--format", "github", "--output=markdown=*"],
            ],
            Run(new() { })
        );

    [Fact]
    public void A_pull_request_is_judged_by_its_base() =>
        Assert.Equal(
            [
                ["audit", ".", "--format", "github", "--output=markdown=*", "--config-from=refs/remotes/origin/main"],
                ["audit", ".", "--format", "sarif", "--output=a.sarif", "--fail-on=never", "--config-from=refs/remotes/origin/main"],
            ],
            Run(new() { ["GITHUB_BASE_REF"] = "main", ["SEAWORTHY_SARIF"] = "a.sarif" })
        );

    [Fact]
    public void A_base_that_is_not_there_leaves_no_configuration() =>
        Assert.Equal(
            [
                ["audit", ".", "--format", "github", "--output=markdown=*", "--no-config"],
            ],
            Run(new() { ["GITHUB_BASE_REF"] = "absent" })
        );

    [Fact]
    public void A_comparison_takes_its_base_for_code_scanning_too() =>
        Assert.Equal(
            [
                ["diff", "origin/main...HEAD", ".", "--format", "github", "--output=markdown=*"],
                ["audit", ".", "--format", "sarif", "--output=a.sarif", "--fail-on=never", "--config-from=origin/main"],
            ],
            Run(
                new()
                {
                    ["SEAWORTHY_BASE"] = "origin/main",
                    ["SEAWORTHY_SARIF"] = "a.sarif",
                    ["GITHUB_BASE_REF"] = "main",
                }
            )
        );

    [Theory]
    [InlineData("SEAWORTHY_CONFIG", "--no-config", "--config=--no-config")]
    [InlineData("SEAWORTHY_CONFIG", "a b\n--fail-on=never $(id) *", "--config=a b\n--fail-on=never $(id) *")]
    [InlineData("SEAWORTHY_CONFIG_FROM", "-h", "--config-from=-h")]
    [InlineData("SEAWORTHY_NO_CONFIG", "true", "--no-config")]
    public void A_choice_wins_over_the_base_and_is_one_argument(string name, string value, string argument) =>
        Assert.Equal(
            [
                ["audit", ".", "--format", "github", "--output=markdown=*", argument],
            ],
            Run(new() { [name] = value, ["GITHUB_BASE_REF"] = "main" })
        );

    [Theory]
    [InlineData("--no-config", "./--no-config")]
    [InlineData("@file", "./@file")]
    [InlineData("a b", "a b")]
    public void A_path_is_no_option(string path, string argument) =>
        Assert.Equal(
            [
                ["audit", argument, "--format", "github", "--output=markdown=*", "--fail-on=-x y"],
            ],
            Run(new() { ["SEAWORTHY_PATH"] = path, ["SEAWORTHY_FAIL_ON"] = "-x y" })
        );

    [Fact]
    public void A_directory_that_looks_like_a_repository_of_its_own_is_not_asked()
    {
        using ScratchRepository trap = new();
        var ran = Path.Combine(trap.Root, "ran");

        Assert.Equal(
            [
                ["audit", "svc", "--format", "github", "--output=markdown=*", "--no-config"],
            ],
            Run(new() { ["GITHUB_BASE_REF"] = "absent", ["SEAWORTHY_PATH"] = "svc" }, MakeUp)
        );
        Assert.False(File.Exists(ran));

        void MakeUp(string checkout)
        {
            Directory.CreateDirectory(Path.Combine(checkout, "svc/objects"));
            Directory.CreateDirectory(Path.Combine(checkout, "svc/refs"));
            File.WriteAllText(Path.Combine(checkout, "svc/HEAD"), "ref: refs/heads/main\n");
            File.WriteAllText(
                Path.Combine(checkout, "svc/config"),
                $"[core]\n\tbare = true\n\trepositoryformatversion = 0\n\tsshCommand = touch {ran} #\n[remote \"origin\"]\n\turl = ssh://127.0.0.1/x\n"
            );
        }
    }

    private static List<List<string>> Run(Dictionary<string, string> environment, Action<string>? prepare = null)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the action runs bash");
        using var remote = new ScratchRepository().Init().Write("README.md").Commit();
        using ScratchRepository scratch = new();
        scratch.Git("clone", "-q", remote.Root, "checkout");
        prepare?.Invoke(Path.Combine(scratch.Root, "checkout"));
        scratch.Write(
            "temp/seaworthy/seaworthy",
            "#!/usr/bin/env bash\nprintf '%s\\0' \"$@\" >> \"$RECORD\"\nprintf '\\0' >> \"$RECORD\"\n"
        );
        var program = Path.Combine(scratch.Root, "temp/seaworthy/seaworthy");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var (code, _, error) = ActionStep.Run(
            scratch,
            new Dictionary<string, string>(environment) { ["RECORD"] = Path.Combine(scratch.Root, "record") }
        );
        Assert.True(code == 0, error);
        return
        [
            .. File.ReadAllText(Path.Combine(scratch.Root, "record"))
                .Split("\0\0", StringSplitOptions.RemoveEmptyEntries)
                .Select(run => run.Split('\0').Select(Stable).ToList()),
        ];
    }

    private static string Stable(string argument) =>
        argument.StartsWith("--output=markdown=", StringComparison.Ordinal) ? "--output=markdown=*" : argument;
}
