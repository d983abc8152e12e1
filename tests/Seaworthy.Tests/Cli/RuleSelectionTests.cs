using System.Text.Json;
using Seaworthy.Tests.Engine.Suppressing;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Rules that the command line chooses, and what it lets be shown.</summary>
public sealed class RuleSelectionTests
{
    private const string Dockerfile = "FROM node:18.20.0\nCMD [\"node\", \"-v\"]\n";

    [Theory]
    [InlineData(1, "--select", "files/duplicate-key")]
    [InlineData(1, "--select", "files/*")]
    [InlineData(1, "--select", "configuration")]
    [InlineData(1, "--select", "containers,files")]
    [InlineData(1, "--select", "containers", "--select", "files/duplicate-key")]
    [InlineData(1, "--select", "files/duplicate-key", "--ignore", "files")]
    [InlineData(0, "--select", "containers")]
    [InlineData(0, "--ignore", "files/duplicate-key")]
    [InlineData(0, "--ignore", "containers/*,files/*")]
    [InlineData(0, "--select", "files", "--ignore", "files/duplicate-key")]
    public void Only_the_rules_that_are_chosen_are_asked(int wanted, params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose()).Write("Dockerfile", Dockerfile);

        var (code, output, error) = Program.Run(scratch.Root, [".", .. arguments]);

        Assert.Equal((wanted, ""), (code, error));
        Assert.Matches(@"The command line asks \d+ of \d+ rules: --", output);
    }

    [Fact]
    public void What_the_configuration_turns_off_stays_off()
    {
        using var scratch = new ScratchRepository()
            .Write("compose.yaml", Audited.Compose())
            .Write("seaworthy.yaml", "rules: {files/duplicate-key: off}\n");

        Assert.Equal(0, Program.Run(scratch.Root, "--select", "files").Code);
    }

    [Theory]
    [InlineData("--select 'duplicate-kye' is no rule or area; did you mean 'files/duplicate-key'?", "--select", "duplicate-kye")]
    [InlineData("--ignore 'contaners' is no rule or area; did you mean 'containers'?", "--ignore", "files,contaners")]
    [InlineData("--select 'prots/*' is no rule or area; did you mean 'ports/*'?", "--select", "prots/*")]
    [InlineData("the configuration brings no rule 'custom/x'.", "--select", "custom/x")]
    [InlineData("--min-severity 'hihg' is none of critical, high, medium, low; did you mean 'high'?", "--min-severity", "hihg")]
    public void A_name_that_is_unknown_ends_with_2(string sentence, params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose());

        var (code, output, error) = Program.Run(scratch.Root, [".", .. arguments]);

        Assert.Equal((2, "", $"seaworthy: {sentence}"), (code, output, error.Split('\n')[0]));
    }

    [Fact]
    public void A_comparison_and_a_watch_choose_likewise()
    {
        using var scratch = new ScratchRepository()
            .Init()
            .Write("Dockerfile", Dockerfile)
            .Commit()
            .Write("compose.yaml", Audited.Compose());

        Assert.Equal(1, Program.Run(scratch.Root, "diff").Code);
        Assert.Equal(0, Program.Run(scratch.Root, "diff", "--select", "containers").Code);
        Assert.Contains("--select", Program.Run(scratch.Root, "watch", "--help").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--select", Program.Run(scratch.Root, "baseline", "create", "--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_least_severity_hides_the_rest_and_leaves_the_gate()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose()).Write("Dockerfile", Dockerfile);

        var (code, all, _) = Program.Run(scratch.Root, ".", "--format", "json");
        var (same, few, _) = Program.Run(scratch.Root, ".", "--format", "json", "--min-severity", "critical");
        var text = Program.Run(scratch.Root, "--min-severity", "critical").Output;

        Assert.Equal((1, 1), (code, same));
        Assert.Contains(Severities(all), severity => severity != "critical");
        Assert.All(Severities(few), severity => Assert.Equal("critical", severity));
        Assert.Contains("below critical not shown (--min-severity).", text, StringComparison.Ordinal);
        Assert.DoesNotContain("end-of-life-image", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Concise_is_a_line_for_each_finding_in_the_order_of_files()
    {
        using var scratch = new ScratchRepository()
            .Write("shop/compose.yaml", Audited.Compose())
            .Write("shop/a/Dockerfile", Dockerfile)
            .Write("shop/b/Dockerfile", Dockerfile);

        var (code, output, error) = Program.Run(scratch.Root, "shop", "--format", "concise");
        var inside = Program.Run(Path.Combine(scratch.Root, "shop"), ".", "-f", "concise").Output;

        var lines = output.TrimEnd().Split('\n');
        Assert.Equal((1, ""), (code, error));
        Assert.All(lines, line => Assert.Matches(@"^shop/\S+:\d+:\d+: (critical|high|medium|low) \S+/\S+ \S", line));
        Assert.Contains(lines, line => line.StartsWith("shop/compose.yaml:5:5: high files/duplicate-key ", StringComparison.Ordinal));
        Assert.Equal(lines.Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal), lines.Select(line => line.Split(':')[0]));
        Assert.Equal(inside, string.Concat(lines.Select(line => line["shop/".Length..] + "\n")));
    }

    [Fact]
    public void Quiet_prints_what_blocks_and_nothing_else()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Audited.Compose()).Write("Dockerfile", Dockerfile);

        var (code, output, error) = Program.Run(scratch.Root, "-q");

        Assert.Equal((1, ""), (code, error));
        Assert.StartsWith(
            "compose.yaml:5:5: high files/duplicate-key ",
            Assert.Single(output.TrimEnd().Split('\n')),
            StringComparison.Ordinal
        );
        Assert.Equal((0, "", ""), Program.Run(scratch.Root, "--quiet", "--fail-on", "never"));
        Assert.Equal(
            "seaworthy-report/2",
            JsonDocument.Parse(Program.Run(scratch.Root, "-q", "-f", "json").Output).RootElement.GetProperty("schema").GetString()
        );
    }

    private static IEnumerable<string?> Severities(string report) =>
        JsonDocument
            .Parse(report)
            .RootElement.GetProperty("findings")
            .EnumerateArray()
            .Where(finding => finding.GetProperty("outcome").GetString() != "pass")
            .Select(finding => finding.GetProperty("severity").GetString());
}
