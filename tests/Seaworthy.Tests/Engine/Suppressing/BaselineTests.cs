using System.Text;
using Seaworthy.Engine;
using Seaworthy.Engine.Suppressing;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Xunit;

namespace Seaworthy.Tests.Engine.Suppressing;

public sealed class BaselineTests
{
    [Fact]
    public void What_was_known_closes_no_gate_and_is_counted()
    {
        var baseline = Of(("compose.yaml", Audited.Compose()));

        var report = Audited.Run([new("compose.yaml", "# moved\n\n" + Audited.Compose())], baseline);

        Assert.DoesNotContain(report.Findings, new Gate(GateLevel.Low).IsClosedBy);
        Assert.Contains(report.Suppressed, finding => finding is { Rule.Id: Audited.Rule, Suppression.Kind: SuppressionKind.Baseline });
        Assert.Empty(report.Told(DiagnosticKind.BaselineOutdated));
    }

    [Fact]
    public void The_same_fault_in_a_second_file_is_new()
    {
        var baseline = Of(("a/compose.yaml", Audited.Compose()));

        var report = Audited.Run([new("a/compose.yaml", Audited.Compose()), new("b/compose.yaml", Audited.Compose())], baseline);

        Assert.Equal("b/compose.yaml", Assert.Single(report.Duplicates()).Primary.Span.File.Path);
    }

    [Fact]
    public void A_warning_that_is_certain_now_is_new()
    {
        var finding = Assert.Single(Audited.Run(Audited.Compose()).Duplicates());

        Assert.True(With(Outcome.Fail).Holds(finding));
        Assert.False(With(Outcome.Warn).Holds(finding));

        Baseline With(Outcome outcome) => new("b", [new BaselineEntry(finding.Id, outcome, "r", "p", "s")]);
    }

    [Fact]
    public void What_is_gone_is_told()
    {
        var baseline = Of(("compose.yaml", Audited.Compose()));

        var report = Audited.Run([new("compose.yaml", "services:\n  api:\n    image: example/api:1.4.2\n    restart: always\n")], baseline);

        Assert.Contains(
            "'seaworthy baseline prune'",
            Assert.Single(report.Told(DiagnosticKind.BaselineOutdated)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_is_read_as_it_was_written_in_an_order_of_its_own_one_finding_to_a_line()
    {
        Baseline baseline = new(
            "b.json",
            [
                new BaselineEntry("2", Outcome.Warn, "b/b", "z.yaml", "s"),
                new BaselineEntry("1", Outcome.Fail, "a/a", "a.yaml", "\"quoted\"\nü"),
            ]
        );

        var text = Write(baseline);
        var read = BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text), out var fault);

        Assert.Equal("", fault);
        Assert.Equal(["1", "2"], baseline.Entries.Select(entry => entry.Fingerprint));
        Assert.Equal(baseline.Entries, read?.Entries);
        Assert.Equal(7, text.TrimEnd('\n').Split('\n').Length);
        Assert.Equal("{\n  \"schema\": \"seaworthy-baseline/1\",\n  \"findings\": []\n}\n", Write(new Baseline("b", [])));
    }

    [Theory]
    [InlineData("", "no JSON (line 1)")]
    [InlineData("[]", "no baseline")]
    [InlineData("{}", "no baseline")]
    [InlineData("{\"schema\": 1}", "no baseline")]
    [InlineData("{\"schema\": \"seaworthy-baseline/1\"}", "no list")]
    [InlineData("{\"schema\": \"seaworthy-baseline/1\", \"findings\": [1]}", "finding 1 of its list lacks")]
    [InlineData("{\"schema\": \"seaworthy-baseline/1\", \"findings\": [{\"outcome\": \"pass\"}]}", "finding 1 of its list lacks")]
    public void What_is_no_baseline_is_refused_with_the_reason(string text, string why)
    {
        Assert.Null(BaselineFile.Read("b.json", Encoding.UTF8.GetBytes(text), out var fault));
        Assert.Contains(why, fault, StringComparison.Ordinal);
    }

    private static Baseline Of(params (string Path, string Text)[] files) =>
        Baseline.Of("b.json", Audited.Run([.. files.Select(file => new Seaworthy.Reading.Discovery.MemoryFile(file.Path, file.Text))]));

    private static string Write(Baseline baseline)
    {
        using MemoryStream output = new();
        BaselineFile.Write(baseline, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
