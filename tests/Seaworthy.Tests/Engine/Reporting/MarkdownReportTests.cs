using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class MarkdownReportTests
{
    [Fact]
    public void It_has_summary_checklist_and_for_each_finding_all_that_a_reader_needs()
    {
        var text = Write(new MemoryFile("compose.yaml", "services:\n  api:\n    image: a\n  api:\n    image: b\n"));

        Assert.All(
            [
                "# Deployment audit",
                "## Executive summary",
                "No score (1 file is not judged): not ready, deployment risk high.",
                "- **high** ",
                "| Backup | not judged | – |",
                "## Plan",
                "| This week | P1 | 1 |",
                "- **Priority:** P1, effort minutes, gain configuration ",
                "## Checklist",
                "❌ FAIL",
                "`compose.yaml:4`: `api:`",
                "**Rationale:**",
                "**Remediation:**",
                "**Verification:**",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void It_holds_environments_against_each_other_where_there_are_two()
    {
        MemoryFile one = new("compose.yaml", "services:\n  db:\n    image: postgres:17\n");
        MemoryFile other = new("compose.prod.yaml", "services:\n  db:\n    image: postgres:16\n");

        Assert.Contains("## Environments\n\n### default · production\n", Write(one, other), StringComparison.Ordinal);
        Assert.DoesNotContain("## Environments", Write(one), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Run `git rm a_b`, then <b>.", "Run `git rm a_b`, then &lt;b&gt;.")]
    [InlineData("odd ` one_", "odd \\` one\\_")]
    [InlineData("`x` ``", "`x` \\`\\`")]
    public void Code_in_a_sentence_is_code(string sentence, string expected) => Assert.Equal(expected, MarkdownText.Prose(sentence));

    [Fact]
    public void What_holds_is_folded_and_told_after_what_does_not()
    {
        var text = Write(new MemoryFile("compose.yaml", "services:\n  api:\n    image: a\n  api:\n    image: b\n"));

        var folded = text.IndexOf("<details><summary>", StringComparison.Ordinal);
        Assert.InRange(text.IndexOf("❌ FAIL |", StringComparison.Ordinal), 0, folded);
        Assert.True(text.IndexOf("✅ PASS |", StringComparison.Ordinal) > folded);
        Assert.Contains("without a fault</summary>\n\n| Area |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_quotes_can_be_neither_markup_nor_a_script()
    {
        var text = Write(new MemoryFile("compose.yaml", "services:\n  api:\n    image: a\n    \"<script>*x*|[y](z)`\": 1\n"));

        Assert.DoesNotContain("'<script>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("'*x*", text, StringComparison.Ordinal);
        Assert.Contains(
            "``   \"<script>*x*|[y](z)`\": 1 ``".Replace("``   ", "`` ", StringComparison.Ordinal),
            text,
            StringComparison.Ordinal
        );
    }

    private static string Write(params IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        using StringWriter output = new();
        MarkdownReport.Write(Audit.Run(repository), output);
        return output.ToString();
    }
}
