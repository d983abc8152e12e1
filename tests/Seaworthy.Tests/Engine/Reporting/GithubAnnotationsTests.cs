using System.Text.RegularExpressions;
using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed partial class GithubAnnotationsTests
{
    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.github.txt", Write());

    [Fact]
    public void Each_line_is_one_command_and_nothing_of_the_repository_begins_another()
    {
        Assert.All(Lines(), line => Assert.Matches(Command(), line));
        Assert.DoesNotContain(Write(), letter => letter is '\u001b' or '\u202e' or '\r' or '\u2028');
        Assert.DoesNotContain("hunter2", Write(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_could_not_be_done_comes_first_then_what_blocks_then_the_rest_the_gravest_first() =>
        Assert.Equal(
            ["error rule-crashed", "error critical", "error high", "warning medium", "warning high", "warning low"],
            Lines().Select(line => Command().Match(line)).Select(match => $"{match.Groups["kind"]} {match.Groups["first"]}")
        );

    [Fact]
    public void A_path_is_what_it_was_when_the_runner_has_undone_the_escapes()
    {
        var file = Lines()
            .Select(line => Command().Match(line).Groups["file"].Value)
            .Single(path => path.Contains("]]>", StringComparison.Ordinal));

        Assert.Equal(
            ReportSample.HostilePath.Replace('\n', ' ').Replace('\u001b', '\ufffd'),
            file.Replace("%3A", ":", StringComparison.Ordinal)
                .Replace("%2C", ",", StringComparison.Ordinal)
                .Replace("%25", "%", StringComparison.Ordinal)
        );
    }

    private static string[] Lines() => Write().TrimEnd('\n').Split('\n');

    private static string Write()
    {
        using StringWriter output = new();
        GithubAnnotations.Write(ReportSample.Report, output);
        return output.ToString();
    }

    [GeneratedRegex(
        "^::(?<kind>error|warning|notice) (file=(?<file>[^,:]+),)?(line=[0-9]+,endLine=[0-9]+,)?title=(?<first>[^,: ]+)[^,:]*(%3A[^,:]*)?::.+$"
    )]
    private static partial Regex Command();
}
