using Seaworthy.Engine.Reporting;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class CsvReportTests
{
    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.csv", Write());

    [Fact]
    public void Every_verdict_is_a_row_and_every_row_has_all_columns()
    {
        var rows = Rows().ToList();

        Assert.Equal(ReportSample.Report.Findings.Count + 1, rows.Count);
        Assert.All(rows, row => Assert.Equal(17, row.Count));
        Assert.Equal(ReportSample.Report.Findings.Select(finding => finding.Id), rows.Skip(1).Select(row => row[rows[0].IndexOf("id")]));
    }

    [Fact]
    public void No_cell_is_a_formula()
    {
        Assert.All(Rows().SelectMany(row => row), cell => Assert.DoesNotMatch(@"^\s*[=+\-@]", cell));
        Assert.Contains(Rows(), row => row.Any(cell => cell.StartsWith("'=HYPERLINK(\"x\"),[a]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_harmful_and_no_secret_is_in_it()
    {
        Assert.DoesNotContain("hunter2", Write(), StringComparison.Ordinal);
        Assert.DoesNotContain(Write(), letter => letter is '\u001b' or '\u202e');
    }

    /// <summary>RFC 4180, read strictly: a quotation mark only at the ends of a cell or doubled, CR LF at the end of a record.</summary>
    private static IEnumerable<List<string>> Rows()
    {
        List<string> row = [];
        var text = Write();
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            if (text[at] == '"')
            {
                do
                {
                    at = text.IndexOf('"', at + 1) + 1;
                } while (text[at] == '"');
                row.Add(text[(start + 1)..(at - 1)].Replace("\"\"", "\"", StringComparison.Ordinal));
            }
            else
            {
                at = text.AsSpan(at).IndexOfAny(",\"\r\n") + at;
                row.Add(text[start..at]);
            }

            if (text[at] == ',')
            {
                at++;
                continue;
            }

            Assert.Equal("\r\n", text[at..(at + 2)]);
            at += 2;
            yield return row;
            row = [];
        }
    }

    private static string Write()
    {
        using StringWriter output = new();
        CsvReport.Write(ReportSample.Report, output);
        return output.ToString();
    }
}
