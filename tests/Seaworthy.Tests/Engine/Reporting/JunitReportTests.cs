using System.Text;
using System.Xml.Linq;
using System.Xml.Schema;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Reading.Discovery;
using Xunit;

namespace Seaworthy.Tests.Engine.Reporting;

public sealed class JunitReportTests
{
    private static readonly XmlSchemaSet Schema = LoadSchema();

    [Fact]
    public void The_sample_is_as_it_was_last_read() => Snapshot.Matches("sample.junit", Write(ReportSample.Report));

    [Fact]
    public void It_keeps_to_the_schema_of_Jenkins()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));
        using MemoryRepository nothing = new([]);

        Assert.Empty(Complaints(XDocument.Parse(Write(ReportSample.Report))));
        Assert.Empty(Complaints(XDocument.Parse(Write(Audit.Run(shop)))));
        Assert.Empty(Complaints(XDocument.Parse(Write(Audit.Run(nothing)))));
        Assert.NotEmpty(Complaints(XDocument.Parse("<testsuites><testcase/></testsuites>")));
    }

    [Fact]
    public void What_blocks_fails_what_does_not_passes_and_is_printed_a_doubt_is_skipped()
    {
        var cases = Cases(ReportSample.Report).ToList();

        Assert.Equal(2, cases.Count(test => test.Element("failure") is not null));
        Assert.Equal(3, cases.Count(test => test.Element("system-out") is not null));
        Assert.Equal("proxy", cases.Single(test => test.Element("skipped") is not null).Attribute("name")?.Value);
        Assert.Single(cases, test => !test.HasElements);
        Assert.Equal("audit.rule-crashed", cases.Single(test => test.Element("error") is not null).Attribute("classname")?.Value);
    }

    [Fact]
    public void What_is_counted_is_there()
    {
        var root = XDocument.Parse(Write(ReportSample.Report)).Root ?? throw new InvalidOperationException("no root");

        foreach (var counted in root.DescendantsAndSelf().Where(element => element.Name.LocalName is "testsuites" or "testsuite"))
        {
            Assert.Equal(counted.Descendants("testcase").Count(), (int?)counted.Attribute("tests"));
            Assert.Equal(counted.Descendants("failure").Count(), (int?)counted.Attribute("failures"));
            Assert.Equal(counted.Descendants("error").Count(), (int?)counted.Attribute("errors"));
        }
    }

    [Fact]
    public void No_two_cases_have_one_name()
    {
        using DirectoryRepository shop = new(Path.Combine(RepositoryRoot.Path, "examples", "shop"));

        var names = Cases(ReportSample.Report)
            .Concat(Cases(Audit.Run(shop)))
            .Select(test => (test.Attribute("classname")?.Value, test.Attribute("name")?.Value))
            .ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Nothing_of_the_repository_breaks_out_and_no_secret_is_in_it()
    {
        var text = Write(ReportSample.Report);

        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("]]>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, letter => letter is '\u001b' or '\u202e' or '\ufffe');
    }

    private static IEnumerable<XElement> Cases(Report report) => XDocument.Parse(Write(report)).Descendants("testcase");

    private static List<string> Complaints(XDocument document)
    {
        List<string> complaints = [];
        document.Validate(Schema, (_, complaint) => complaints.Add(complaint.Message));
        return complaints;
    }

    private static XmlSchemaSet LoadSchema()
    {
        XmlSchemaSet schema = new();
        schema.Add(null, Path.Combine(RepositoryRoot.Path, "tests/Seaworthy.Tests/Engine/Reporting/Schemas/jenkins-junit.xsd"));
        return schema;
    }

    private static string Write(Report report)
    {
        using MemoryStream output = new();
        JunitReport.Write(report, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
