using Seaworthy.Engine;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Xunit;

namespace Seaworthy.Tests.Engine.Suppressing;

public sealed class AllowCommentsTests
{
    [Theory]
    [InlineData("    # seaworthy: allow files/duplicate-key the loader takes the last\n", "")]
    [InlineData("", " # seaworthy: allow files/duplicate-key the loader takes the last")]
    [InlineData("    #seaworthy:allow files/duplicate-key: the loader takes the last\n", "")]
    [InlineData("", " # seaworthy: allow files/duplicate-key — the loader takes the last until=2026-06-15")]
    [InlineData(
        "    # seaworthy: allow files/duplicate-key until=2026-06-15 the loader takes the last\n    # seaworthy: allow files/invalid-file x\n",
        ""
    )]
    public void A_comment_in_the_line_or_above_it_accepts_the_finding_with_its_reason(string above, string beside)
    {
        var report = Audited.Run(Audited.Compose(above, beside));

        Assert.Empty(report.Duplicates());
        var suppression = Assert.Single(report.Suppressed).Suppression;
        Assert.Equal((SuppressionKind.Comment, "the loader takes the last"), (suppression?.Kind, suppression?.Reason));
        Assert.Equal(["1 finding suppressed: 1 by comments."], report.Told(DiagnosticKind.FindingsSuppressed));
        Assert.DoesNotContain(report.Findings, new Gate(GateLevel.Low).IsClosedBy);
    }

    [Theory]
    [InlineData("    # seaworthy: allow files/duplicate-key\n", "it gives no reason; write one after the rule")]
    [InlineData("    # seaworthy: allow files/duplicate-key until=2030-01-01\n", "it gives no reason; write one after the rule")]
    [InlineData("    # seaworthy: allow\n", "it names no rule")]
    [InlineData("    # seaworthy: allow duplicate-key x\n", "there is no rule 'duplicate-key'; did you mean 'files/duplicate-key'?")]
    [InlineData(
        "    # seaworthy: ignore files/duplicate-key x\n",
        "'ignore' is no word of Seaworthy; write 'allow', the rule and the reason"
    )]
    [InlineData("    # seaworthy: allow files/duplicate-key x until=soon\n", "'soon' is no day; write it as in until=2027-01-31")]
    public void A_comment_that_cannot_be_understood_allows_nothing_and_is_told(string above, string why)
    {
        var report = Audited.Run(Audited.Compose(above));

        Assert.Single(report.Duplicates());
        Assert.Equal([$"The comment in line 5 allows nothing: {why}."], report.Told(DiagnosticKind.SuppressionInvalid));
    }

    [Theory]
    [InlineData("    # seaworthy: allow files/duplicate-key far away\n\n", "")]
    [InlineData("    x-note: \"http://a#seaworthy: allow files/duplicate-key no comment\"\n", "")]
    [InlineData("    # see seaworthy: allow files/duplicate-key no comment of ours\n", "")]
    [InlineData("    x-a: 1 # seaworthy: allow files/duplicate-key of its own line\n", "")]
    public void What_speaks_of_another_line_or_of_none_accepts_nothing(string above, string beside) =>
        Assert.Single(Audited.Run(Audited.Compose(above, beside)).Duplicates());

    [Fact]
    public void One_whose_day_is_over_accepts_nothing_and_is_told()
    {
        var report = Audited.Run(Audited.Compose("    # seaworthy: allow files/duplicate-key x until=2026-06-14\n"));

        Assert.Single(report.Duplicates());
        Assert.Equal(
            ["The comment in line 5 allowed files/duplicate-key until 2026-06-14: it is reported again."],
            report.Told(DiagnosticKind.SuppressionExpired)
        );
    }

    [Fact]
    public void One_that_accepts_nothing_any_more_is_told()
    {
        var report = Audited.Run("services:\n  api:\n    # seaworthy: allow files/duplicate-key x\n    image: example/api:1.4.2\n");

        Assert.Empty(report.Suppressed);
        Assert.Equal(
            ["The comment in line 3 allows files/duplicate-key, which finds nothing there: remove it."],
            report.Told(DiagnosticKind.SuppressionUnused)
        );
    }

    [Fact]
    public void One_that_stands_beside_another_line_is_told_where_it_belongs()
    {
        var report = Audited.Run(
            "services:\n  api:\n    # seaworthy: allow files/duplicate-key x\n    image: example/api:1.4.2\n    image: example/api:1.4.3\n"
        );

        Assert.Equal(
            [
                "The comment in line 3 allows files/duplicate-key, which finds nothing there but in line 5: write it there or in the line above.",
            ],
            report.Told(DiagnosticKind.SuppressionUnused)
        );
    }

    [Theory]
    [InlineData("# ours\n\n# seaworthy: allow containers/empty-dockerfile so be it\n", true)]
    [InlineData("# ours\n\n", false)]
    public void At_the_head_it_speaks_of_the_whole_file(string text, bool isAccepted)
    {
        var report = Audited.Run([new("Dockerfile", text)]);

        var finding = Assert.Single(report.Findings.Concat(report.Suppressed), IsOfTheFile);
        Assert.Equal(isAccepted ? "so be it" : null, finding.Suppression?.Reason);

        static bool IsOfTheFile(Finding finding) =>
            finding
                is { Rule.Id: "containers/empty-dockerfile", Primary.Span.IsWholeFile: true, Outcome: not Seaworthy.Rules.Outcome.Pass };
    }

    [Fact]
    public void Whoever_does_not_trust_the_repository_hears_no_comment()
    {
        var report = Audited.Run(
            [new("compose.yaml", Audited.Compose(beside: " # seaworthy: allow files/duplicate-key x"))],
            takesComments: false
        );

        Assert.Single(report.Duplicates());
        Assert.Empty(report.Suppressed);
    }

    [Fact]
    public void In_Markdown_only_its_own_comments_count()
    {
        SourceFile file = new("README.md", "# seaworthy: allow files/duplicate-key a\n<!-- seaworthy: allow files/duplicate-key b -->\n");

        var comment = Assert.Single(AllowComments.In(file).Valid);

        Assert.Equal(("b", 2), (comment.Reason, comment.Span.StartLine));
    }

    [Fact]
    public void A_hundred_thousand_comments_cost_time_in_proportion()
    {
        SourceFile file = new("a.yaml", string.Concat(Enumerable.Repeat("# seaworthy: allow files/duplicate-key x\n", 100_000)));

        Assert.Equal(100_001, AllowComments.In(file).Valid[0].Lines[1]);
    }
}
