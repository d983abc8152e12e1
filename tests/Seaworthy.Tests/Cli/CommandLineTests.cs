using System.Text.Json;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class CommandLineTests
{
    private const string Sound = "services:\n  api:\n    image: example/api:1.4.2\n";
    private const string Broken = "services:\n  api:\n    image: example/api:1.4.2\n  api:\n    image: example/api:1.4.3\n";

    [Fact]
    public void A_failure_at_the_gate_ends_with_1_and_tells_what_where_why_and_how_to_check()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Broken).Commit();

        var (code, output, _) = Program.Run(scratch.Root, "audit");

        Assert.Equal(1, code);
        Assert.All(
            [
                "No score (1 file is not judged): not ready, deployment risk high",
                "What blocks the next deployment (1)",
                "high  Duplicate key 'api'",
                "  compose.yaml:4  api:",
                "  Change:",
                "  Check: docker compose",
                "  files/duplicate-key",
                "compose.yaml: breaks (1 finding blocks it)",
                "1 failed (1 high), 1 blocks; ",
            ],
            part => Assert.Contains(part, output, StringComparison.Ordinal)
        );
        Assert.DoesNotContain('\u001b', output);
    }

    [Theory]
    [InlineData("critical", 0)]
    [InlineData("high", 1)]
    [InlineData("low", 1)]
    [InlineData("never", 0)]
    public void The_gate_decides_the_exit_code(string gate, int wanted)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Broken);

        Assert.Equal(wanted, Program.Run(scratch.Root, "audit", ".", "--fail-on", gate).Code);
    }

    [Fact]
    public void A_revision_is_audited_without_touching_the_files()
    {
        using var scratch = new ScratchRepository().Init().Write("compose.yaml", Broken).Commit().Write("compose.yaml", Sound);

        Assert.Equal(0, Program.Run(scratch.Root, "audit").Code);
        Assert.Equal(1, Program.Run(scratch.Root, "audit", "--rev", "HEAD").Code);
        Assert.Equal(Sound, File.ReadAllText(Path.Combine(scratch.Root, "compose.yaml")));
    }

    private static string Nameless(string json) => json[json.IndexOf("\"summary\"", StringComparison.Ordinal)..];

    [Fact]
    public void The_same_repository_gives_the_same_bytes_wherever_it_lies()
    {
        using var one = new ScratchRepository().Init().Write("a/compose.yaml", Broken).Write("b/compose.yaml", Broken).Commit();
        using var two = new ScratchRepository().Init().Write("b/compose.yaml", Broken).Write("a/compose.yaml", Broken).Commit();

        var first = Program.Run(one.Root, "audit", "--format", "json").Output;

        // What a checkout is called, and its commit, is its own.
        Assert.Equal(Nameless(first), Nameless(Program.Run(two.Root, "audit", "--format", "json").Output));
        Assert.Equal(first, Program.Run(Path.GetTempPath(), "audit", one.Root, "--format", "JSON").Output);
        Assert.Equal(Nameless(first), Nameless(Program.Run(one.Root, "audit", "--rev", "HEAD", "--format", "json").Output));
    }

    [Fact]
    public void A_report_can_be_written_to_a_file()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Broken);

        var (code, output, _) = Program.Run(scratch.Root, "audit", "--format", "json", "--output", "report.json");

        Assert.Equal((1, ""), (code, output));
        Assert.Equal(
            "seaworthy-report/2",
            JsonDocument.Parse(File.ReadAllText(Path.Combine(scratch.Root, "report.json"))).RootElement.GetProperty("schema").GetString()
        );
    }

    [Theory]
    [InlineData("audit", "nowhere")]
    [InlineData("audit", "--frmat", "json")]
    [InlineData("audit", "--format", "yaml")]
    [InlineData("audit", "--format")]
    [InlineData("audit", "--output")]
    [InlineData("diff", "--format")]
    [InlineData("diff", "--output")]
    [InlineData("audit", "--fail-on", "7")]
    [InlineData("audit", "--rev", "nothing")]
    [InlineData("audit", "--output", "no/such/directory/x")]
    [InlineData("explain", "no/such-rule")]
    [InlineData("frobnicate")]
    public void A_command_line_that_makes_no_sense_ends_with_2_and_says_why(params string[] arguments)
    {
        using var scratch = new ScratchRepository().Init().Write("a.txt").Commit();

        var (code, output, error) = Program.Run(scratch.Root, arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("seaworthy: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_help_teaches()
    {
        var (code, output, _) = Program.Run(".", "audit", "--help");

        Assert.Equal(0, code);
        Assert.All(["--fail-on", "UNKNOWN"], part => Assert.Contains(part, output, StringComparison.Ordinal));
        Assert.All(
            ["Usage:", "Options:", "Exit codes:", "Verdicts:", "Formats:", "Examples:"],
            heading => Assert.Equal(2, output.Split(heading).Length)
        );
    }

    [Fact]
    public void Rules_can_be_listed_and_explained()
    {
        Assert.Contains("files/duplicate-key", Program.Run(".", "rules").Output, StringComparison.Ordinal);
        Assert.Contains(
            "files/duplicate-key",
            JsonDocument
                .Parse(Program.Run(".", "rules", "--format", "json").Output)
                .RootElement.EnumerateArray()
                .Select(rule => rule.GetProperty("id").GetString())
        );
        Assert.StartsWith("# Duplicate key", Program.Run(".", "explain", "duplicate-key", "--full").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_screen_tells_of_each_rule_the_gravest_finding_and_the_rest_on_request()
    {
        using var scratch = new ScratchRepository();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            scratch.Write($"{name}/Dockerfile", "FROM node:18.20.0\nCMD [\"node\", \"-v\"]\n");
        }

        var brief = Program.Run(scratch.Root, "audit").Output;
        var full = Program.Run(scratch.Root, "audit", "--verbose").Output;
        var rule = Program.Run(scratch.Root, "audit", "--show", "end-of-life-image").Output;
        var file = Program.Run(scratch.Root, "audit", "--show", "d/Dockerfile").Output;

        Assert.Contains("  a/Dockerfile:1  containers/end-of-life-image, likely  (and 3 more)", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("d/Dockerfile:1", brief, StringComparison.Ordinal);
        Assert.All([full, rule, file], told => Assert.Contains("  d/Dockerfile:1", told, StringComparison.Ordinal));
        Assert.Contains("  a/Dockerfile:1", rule, StringComparison.Ordinal);
        Assert.DoesNotContain("a/Dockerfile:1", file, StringComparison.Ordinal);
        Assert.StartsWith("Containers", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_to_be_shown_is_an_area_a_rule_or_a_path_of_the_repository()
    {
        using var scratch = new ScratchRepository().Init().Write("docker/Dockerfile", "FROM scratch\n").Commit();

        Assert.All(
            ["containers", "containers/end-of-life-image", "docker", "docker/"],
            name => Assert.Equal("", Program.Run(scratch.Root, "audit", "--show", name).Error)
        );
        var (code, output, error) = Program.Run(scratch.Root, "audit", "--show", "contaners");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("seaworthy: --show 'contaners'", error, StringComparison.Ordinal);
    }
}
