using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>The comments of the GitHub action, posted by the real script and program to a server of the test's own.</summary>
public sealed class ActionCommentTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.0.0\n    restart: always\n";
    private const string Broken = Sound + "    depends_on: [db]\n";
    private const string Head = "0123456789012345678901234567890123456789";

    [Fact]
    public void Each_blocking_finding_of_the_change_is_a_comment_and_the_next_run_adds_none()
    {
        using FakeForge forge = new();
        using var change = Change(Broken);

        var first = Run(forge, change);
        var second = Run(forge, change);

        Assert.Equal((1, ""), first);
        Assert.Equal(first, second);
        var comment = Assert.Single(forge.Review);
        Assert.Equal(("compose.yaml", 5, Head), ((string?)comment["path"], (int?)comment["line"], (string?)comment["commit_id"]));
        Assert.Matches(@"^<!-- seaworthy:finding:[0-9a-f]{16} -->\n\*\*FAIL \w+:\*\* .*`db`", FakeForge.Body(comment));
        Assert.StartsWith(
            "<!-- seaworthy:summary -->\n# What this change does",
            FakeForge.Body(Assert.Single(forge.Issue)),
            StringComparison.Ordinal
        );
        Assert.Equal(["POST /repos/o/r/pulls/7/comments", "POST /repos/o/r/issues/7/comments"], forge.Changes);
        Assert.Equal(["Bearer secret-of-the-test"], forge.Tokens);
    }

    [Fact]
    public void A_finding_that_is_gone_is_said_to_be_fixed_and_the_summary_is_updated()
    {
        using FakeForge forge = new();
        using var change = Change(Broken);
        Run(forge, change);
        change.Write("checkout/compose.yaml", Sound + "    ports: [\"80:80\"]\n");
        Commit(change);

        var (code, _) = Run(forge, change);
        var after = forge.Changes.ToList();
        Run(forge, change);

        Assert.Equal(0, code);
        var body = FakeForge.Body(Assert.Single(forge.Review));
        Assert.Matches("^<!-- seaworthy:fixed:[0-9a-f]{16} -->\n\\*\\*Fixed.\\*\\*", body);
        Assert.Contains("`db`", body, StringComparison.Ordinal);
        Assert.DoesNotContain("`db`", FakeForge.Body(Assert.Single(forge.Issue)), StringComparison.Ordinal);
        Assert.Equal(["PATCH /repos/o/r/pulls/comments/1", "PATCH /repos/o/r/issues/comments/2"], after.Skip(2));
        Assert.Equal(after, forge.Changes);
    }

    [Fact]
    public void A_finding_whose_line_the_change_does_not_show_stands_in_the_summary()
    {
        using FakeForge forge = new() { Shown = ["README.md"] };
        using var change = Change(Broken);

        Assert.Equal((1, ""), Run(forge, change));
        Assert.Empty(forge.Review);
        Assert.Contains("`db`", FakeForge.Body(Assert.Single(forge.Issue)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_may_only_read_is_a_warning_and_changes_nothing_of_the_step()
    {
        using FakeForge forge = new() { IsReadOnly = true };
        using var broken = Change(Broken);
        using var sound = Change(Sound + "    ports: [\"80:80\"]\n");

        var (code, warning) = Run(forge, broken);

        Assert.Equal(1, code);
        Assert.StartsWith("::warning::Seaworthy cannot comment: HTTP 403; give the job the permission", warning, StringComparison.Ordinal);
        Assert.Single(forge.Changes);
        Assert.Equal(0, Run(forge, sound).Code);
    }

    [Fact]
    public void The_mark_in_a_comment_of_somebody_else_hides_nothing_and_is_not_touched()
    {
        using FakeForge forge = new();
        using var change = Change(Broken);
        Run(forge, change);
        var mark = FakeForge.Body(forge.Review[0]);
        using FakeForge other = new();
        other.Say("pulls", "mallory", mark);
        other.Say("issues", "mallory", "<!-- seaworthy:summary -->\n");

        Run(other, change);

        Assert.Equal(["POST /repos/o/r/pulls/7/comments", "POST /repos/o/r/issues/7/comments"], other.Changes);
        Assert.Equal(mark, FakeForge.Body(other.Review[0]));
    }

    [Fact]
    public void Text_of_the_repository_is_no_markup_of_a_comment()
    {
        using FakeForge forge = new();
        using var change = Change(
            Sound
                + "    depends_on: [\"x --> <img src=http://evil.example/> @octocat ![a](http://evil.example) ` <!-- seaworthy:summary -->\"]\n"
        );

        Run(forge, change);

        foreach (var comment in forge.Review.Concat(forge.Issue))
        {
            var (mark, rest) = FakeForge.Body(comment).Split('\n', 2) is [var one, var two] ? (one, two) : ("", "");
            Assert.Matches("^<!-- seaworthy:(summary|finding:[0-9a-f]{16}) -->$", mark);
            var shown = System.Text.RegularExpressions.Regex.Replace(rest, "(`+).+?(?<!`)\\1(?!`)", "CODE");
            Assert.DoesNotContain("<", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("@octocat", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("![", shown, StringComparison.Ordinal);
            Assert.Contains("octocat", rest, StringComparison.Ordinal);
        }

        Assert.NotEmpty(forge.Review);
    }

    [Fact]
    public void A_server_that_is_not_there_is_a_warning()
    {
        using var change = Change(Broken);
        FakeForge forge = new();
        forge.Dispose();

        Assert.Equal((1, "::warning::Seaworthy cannot comment: HTTP 000.\n"), Run(forge, change));
    }

    private static ScratchRepository Change(string compose)
    {
        using var remote = new ScratchRepository().Init().Write("compose.yaml", Sound).Commit();
        ScratchRepository scratch = new();
        scratch.Git("clone", "-q", remote.Root, "checkout");
        scratch.Write("checkout/compose.yaml", compose);
        Commit(scratch);
        scratch.Write("event.json", "{\"pull_request\": {\"number\": 7, \"head\": {\"sha\": \"" + Head + "\"}}}");
        scratch.Write(
            "temp/seaworthy/seaworthy",
            $"#!/usr/bin/env bash\n[ -z \"${{SEAWORTHY_TOKEN:-}}\" ] || exit 9\nexec '{Path.Combine(AppContext.BaseDirectory, "seaworthy")}' \"$@\"\n"
        );
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                Path.Combine(scratch.Root, "temp/seaworthy/seaworthy"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        return scratch;
    }

    private static void Commit(ScratchRepository scratch)
    {
        scratch.Git("-C", "checkout", "add", "-A");
        scratch.Git("-C", "checkout", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "change");
    }

    /// <summary>The exit code of the step, and its warnings.</summary>
    private static (int Code, string Warnings) Run(FakeForge forge, ScratchRepository scratch)
    {
        var (code, output, error) = ActionStep.Run(
            scratch,
            new Dictionary<string, string>
            {
                ["GITHUB_API_URL"] = forge.Address,
                ["GITHUB_REPOSITORY"] = "o/r",
                ["GITHUB_EVENT_PATH"] = Path.Combine(scratch.Root, "event.json"),
                ["GITHUB_BASE_REF"] = forge.IsReadOnly ? "" : "main",
                ["SEAWORTHY_BASE"] = forge.IsReadOnly ? "origin/main" : "",
                ["SEAWORTHY_COMMENT"] = "true",
                ["SEAWORTHY_TOKEN"] = "secret-of-the-test",
                ["NO_PROXY"] = "127.0.0.1",
            }
        );
        Assert.Equal("", error);
        Assert.DoesNotContain("secret-of-the-test", output, StringComparison.Ordinal);
        return (
            code,
            string.Concat(
                output.Split('\n').Where(line => line.Contains("cannot comment", StringComparison.Ordinal)).Select(line => line + "\n")
            )
        );
    }
}
