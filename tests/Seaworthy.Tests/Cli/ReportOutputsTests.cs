using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Seaworthy.Cli;
using Seaworthy.Tests.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Cli;

/// <summary>Several reports of one run, asked for as a user asks.</summary>
public sealed class ReportOutputsTests
{
    private const string Broken = "services:\n  api:\n    image: example/api:1.4.2\n  api:\n    image: example/api:1.4.3\n";

    [Fact]
    public void Every_format_can_be_written_in_one_run_and_the_report_to_read_is_printed()
    {
        using var scratch = new ScratchRepository().Write("tree/compose.yaml", Broken);
        var formats = ReportOutput.FormatsOfReport;

        var (code, output, error) = Program.Run(
            scratch.Root,
            ["audit", "tree", .. formats.SelectMany(format => (string[])["--output", $"{format}=report.{format}"])]
        );

        Assert.Equal((1, ""), (code, error));
        Assert.Contains("1 failed", output, StringComparison.Ordinal);
        foreach (var format in (string[])["json", "sarif", "gitlab"])
        {
            using var _ = JsonDocument.Parse(Read(scratch, $"report.{format}"));
        }

        Assert.Equal("testsuites", XDocument.Parse(Read(scratch, "report.junit")).Root?.Name.LocalName);
        Assert.StartsWith("::error file=compose.yaml,line=4,endLine=4,title=", Read(scratch, "report.github"), StringComparison.Ordinal);
        Assert.StartsWith("id,outcome,", Read(scratch, "report.csv"), StringComparison.Ordinal);
        Assert.StartsWith("# ", Read(scratch, "report.markdown"), StringComparison.Ordinal);
        Assert.StartsWith("<!DOCTYPE html>\n", Read(scratch, "report.html"), StringComparison.Ordinal);
        Assert.Equal(output, Read(scratch, "report.terminal"));
        // Whatever is appended to it begins on a line of its own.
        Assert.All(formats, format => Assert.EndsWith("\n", Read(scratch, $"report.{format}"), StringComparison.Ordinal));
    }

    [Fact]
    public void A_format_on_standard_output_takes_the_place_of_the_report_to_read()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Broken);

        var one = Program.Run(scratch.Root, "audit", "--format", "sarif").Output;
        var other = Program.Run(scratch.Root, "audit", "--output", "sarif=-", "-o", "csv=a.csv").Output;

        Assert.Equal(one, other);
        Assert.Equal("2.1.0", JsonDocument.Parse(one).RootElement.GetProperty("version").GetString());
    }

    [Theory]
    [InlineData("Terminal", false, "", "Terminal:")]
    [InlineData("Json", true, "", "Json:")]
    [InlineData("Json", true, "a", "Json:a")]
    [InlineData("Json", true, "-", "Json:")]
    [InlineData("Json", true, "SARIF=b", "Sarif:b Json:")]
    [InlineData("Terminal", false, "sarif=b", "Sarif:b Terminal:")]
    [InlineData("Terminal", false, "sarif=b csv=-", "Sarif:b Csv:")]
    [InlineData("Json", true, "a sarif=b", "Json:a Sarif:b")]
    [InlineData("Json", true, "a sarif=-", "Json:a Sarif:")]
    [InlineData("Terminal", false, "a.html", "Html:a.html")]
    [InlineData(
        "Terminal",
        false,
        "a.json b.MD c.sarif d.xml e.csv f.txt",
        "Json:a.json Markdown:b.MD Sarif:c.sarif Junit:d.xml Csv:e.csv Terminal:f.txt"
    )]
    [InlineData("Terminal", false, "a.sarif.json csv=b.json", "Sarif:a.sarif.json Csv:b.json")]
    [InlineData("Json", true, "a.html", "Json:a.html")]
    [InlineData("Terminal", false, "./sarif=b", "Terminal:./sarif=b")]
    [InlineData("Terminal", false, "csv=c=d", "Csv:c=d Terminal:")]
    public void What_goes_where(string format, bool isAsked, string written, string wanted) =>
        Assert.Equal(
            wanted,
            string.Join(
                ' ',
                ReportOutputs
                    .Of(Enum.Parse<ReportFormat>(format), isAsked, Words(written))
                    .Select(output => string.Create(CultureInfo.InvariantCulture, $"{output.Format}:{output.File}"))
            )
        );

    [Theory]
    [InlineData("sarfi=a", "There is no format 'sarfi' as in --output 'sarfi=a': name one of terminal, concise, compact, json, ")]
    [InlineData("7=a", null)]
    [InlineData("sarif=", "--output 'sarif=' names no file.")]
    [InlineData("a ./a", "Two reports would be written to 'a': give each a file of its own.")]
    [InlineData("sarif=a csv=b/../a", "Two reports would be written to 'a': give each a file of its own.")]
    [InlineData("html", "--output 'html' is a format, not a file; did you mean '--output html=report.html'?")]
    [InlineData("junit", "--output 'junit' is a format, not a file; did you mean '--output junit=report.xml'?")]
    [InlineData("./html", null)]
    [InlineData("sarif=- csv=-", "Two reports would go to standard output: give all but one a file (--output FORMAT=FILE).")]
    [InlineData("- csv=-", "Two reports would go to standard output: give all but one a file (--output FORMAT=FILE).")]
    [InlineData("sarif=a csv=-", null)]
    public void What_makes_no_sense_is_told_in_a_sentence(string written, string? fault)
    {
        var said = ReportOutputs.Fault(ReportFormat.Terminal, isAsked: false, Words(written));

        Assert.Equal(fault, said?[..Math.Min(said.Length, fault?.Length ?? 0)]);
    }

    [Theory]
    [InlineData("--output", "sarfi=a")]
    [InlineData("--output", "")]
    [InlineData("--output", "a", "--output", "json=./a")]
    [InlineData("--format", "json", "--output", "sarif=-")]
    [InlineData("--format", "yaml", "--output", "sarif=a")]
    public void Nothing_is_written_then_and_the_exit_code_is_2(params string[] arguments)
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Broken);

        var (code, output, error) = Program.Run(scratch.Root, ["audit", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("seaworthy: ", error, StringComparison.Ordinal);
        Assert.Equal(["compose.yaml"], Directory.GetFileSystemEntries(scratch.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_file_that_cannot_be_written_costs_only_itself()
    {
        using var scratch = new ScratchRepository().Write("compose.yaml", Broken);

        var (code, output, error) = Program.Run(scratch.Root, "audit", "-o", "csv=no/such/directory/x", "-o", "json=a.json");

        Assert.Equal(2, code);
        Assert.StartsWith("seaworthy: cannot write 'no/such/directory/x': ", error, StringComparison.Ordinal);
        Assert.Contains("1 failed", output, StringComparison.Ordinal);
        Assert.NotEqual("", Read(scratch, "a.json"));
    }

    [Fact]
    public void The_help_and_the_readme_name_every_format()
    {
        var help = Program.Run(".", "audit", "--help").Output;
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md"));
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "reports.md"));

        Assert.All(ReportOutput.FormatsOfReport, format => Assert.Contains($"\n  {format} ", help, StringComparison.Ordinal));
        Assert.Contains($"[--format {string.Join('|', ReportOutput.FormatsOfReport)}]", readme, StringComparison.Ordinal);
        Assert.All(ReportOutput.FormatsOfReport, format => Assert.Contains($"| `{format}` |", page, StringComparison.Ordinal));
    }

    private static string[] Words(string written) => written.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Read(ScratchRepository scratch, string file) => File.ReadAllText(Path.Combine(scratch.Root, file));
}
