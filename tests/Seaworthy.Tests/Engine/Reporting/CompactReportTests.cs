using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class CompactReportTests
{
    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.compact.txt", Write());

    [Fact]
    public void Every_fault_and_every_doubt_is_in_it_and_nothing_that_passed()
    {
        var heads = Write()
            .Split('\n')
            .Count(line =>
                line.StartsWith("FAIL ", StringComparison.Ordinal)
                || line.StartsWith("WARN ", StringComparison.Ordinal)
                || line.StartsWith("UNKNOWN ", StringComparison.Ordinal)
            );

        Assert.Equal(ReportSample.Report.Findings.Count(finding => finding.Outcome != Seaworthy.Rules.Outcome.Pass), heads);
        Assert.DoesNotContain("\nPASS ", Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_harmful_and_no_secret_is_in_it()
    {
        Assert.DoesNotContain("hunter2", Write(), StringComparison.Ordinal);
        Assert.DoesNotContain(Write(), letter => letter is '\u001b' or '\u202e');
    }

    private static string Write()
    {
        using StringWriter text = new();
        CompactReport.Write(ReportSample.Report, ReportSample.Report.Findings, text);
        return text.ToString();
    }
}
