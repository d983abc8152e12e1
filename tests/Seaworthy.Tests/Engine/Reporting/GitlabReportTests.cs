using System.Text;
using System.Text.Json;
using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class GitlabReportTests
{
    private static IReadOnlyList<JsonElement> Issues => [.. JsonDocument.Parse(Write()).RootElement.EnumerateArray()];

    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.gitlab.json", Write());

    [Fact]
    public void Failures_and_warnings_are_on_the_scale_of_GitLab() =>
        Assert.Equal(["blocker", "major", "critical", "major", "info"], Issues.Select(issue => issue.GetProperty("severity").GetString()));

    [Fact]
    public void Each_has_what_GitLab_demands()
    {
        Assert.Equal(Issues.Count, Issues.Select(issue => issue.GetProperty("fingerprint").GetString()).Distinct().Count());
        Assert.All(
            Issues,
            issue =>
            {
                Assert.NotEqual("", issue.GetProperty("description").GetString());
                Assert.NotEqual("", issue.GetProperty("check_name").GetString());
                Assert.NotEqual("", issue.GetProperty("location").GetProperty("path").GetString());
                Assert.True(issue.GetProperty("location").GetProperty("lines").GetProperty("begin").GetInt32() > 0);
            }
        );
    }

    [Fact]
    public void Nothing_harmful_and_no_secret_is_in_it()
    {
        Assert.DoesNotContain("hunter2", Write(), StringComparison.Ordinal);
        Assert.DoesNotContain("\\u001b", Write(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\\u202e", Write(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Write(), letter => letter is '\u001b' or '\u202e');
    }

    private static string Write()
    {
        using MemoryStream output = new();
        GitlabReport.Write(ReportSample.Report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
