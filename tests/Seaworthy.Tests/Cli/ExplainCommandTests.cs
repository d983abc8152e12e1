using Seaworthy.Cli.Explaining;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Cli;

public sealed class ExplainCommandTests
{
    [Fact]
    public void A_rule_is_explained_on_one_screen_with_the_way_to_turn_it_off()
    {
        var (code, output, _) = Program.Run(".", "explain", "files/duplicate-key");

        Assert.Equal(0, code);
        Assert.StartsWith("Duplicate key\nfiles/duplicate-key · high · ", output, StringComparison.Ordinal);
        Assert.All(
            [
                "\nWhy: ",
                "Example: compose.yaml",
                ">   api:",
                "Instead: compose.yaml",
                "seaworthy --ignore files/duplicate-key",
                "rules: {files/duplicate-key: off}",
                "# seaworthy: allow files/duplicate-key <reason>",
                "--full",
            ],
            part => Assert.Contains(part, output, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("⟵", output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_rule_takes_more_than_a_screen_or_leaves_its_example_out()
    {
        Assert.All(
            AllRules.List,
            rule =>
            {
                using StringWriter text = new();
                RuleScreen.Write(rule.Info, text);
                var lines = text.ToString().TrimEnd().Split('\n');
                Assert.True(lines.Length <= RuleScreen.Height, $"{rule.Info.Id} takes {lines.Length} lines");
                Assert.Contains(lines, line => line.StartsWith("Example: ", StringComparison.Ordinal));
                Assert.Contains(lines, line => line.Contains($"--ignore {rule.Info.Id}", StringComparison.Ordinal));
            }
        );
    }

    [Fact]
    public void The_whole_page_is_printed_on_request()
    {
        var full = Program.Run(".", "explain", "files/invalid-file", "--full").Output;

        Assert.True(full.Split('\n').Length > RuleScreen.Height);
        Assert.Contains("## What it does not judge", full, StringComparison.Ordinal);
    }
}
