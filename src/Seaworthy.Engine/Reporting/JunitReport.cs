using System.Globalization;
using System.Text;
using System.Xml;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// The report for what shows test results: a suite for each area, a case for each subject of each rule. A finding that blocks fails; UNKNOWN and what is suppressed is skipped, with the reason; every other FAIL and WARN passes and says so in its
/// output, because a failed test stops a pipeline and only the gate may do that.
/// </summary>
/// <remarks>Source: the JUnit schema of Jenkins (its xUnit plugin), which GitLab, Azure Pipelines, CircleCI and Buildkite read as well.</remarks>
public static class JunitReport
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Indent = true,
        NewLineChars = "\n",
        // In text, a line break is one: the default would make it what the machine writes.
        NewLineHandling = NewLineHandling.None,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
    };

    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var xml = XmlWriter.Create(output, Settings);
        var broken = report.Diagnostics.Where(diagnostic => diagnostic.IsIncomplete).ToList();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "seaworthy");
        IReadOnlyList<Finding> all = [.. report.Findings, .. report.Suppressed];
        WriteCounts(xml, all, broken.Count, report);
        foreach (var area in all.GroupBy(finding => finding.Rule.Area).OrderBy(area => (int)area.Key))
        {
            WriteArea(xml, area.Key, [.. area], report);
        }

        if (broken.Count > 0)
        {
            WriteBroken(xml, broken, report);
        }

        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyCollection<Finding> findings, int errors, Report report)
    {
        Number("tests", findings.Count + errors);
        Number("failures", findings.Count(report.IsBlockedBy));
        Number("errors", errors);

        void Number(string name, int count) => xml.WriteAttributeString(name, count.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteArea(XmlWriter xml, Area area, IReadOnlyList<Finding> findings, Report report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Words.Title(area));
        WriteCounts(xml, findings, errors: 0, report);
        var skipped = findings.Count(finding => finding.Outcome == Outcome.Unknown || finding.Suppression is not null);
        xml.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
        // Servers tell cases apart by class and name, and drop the second of a pair.
        HashSet<Case> taken = [];
        foreach (var finding in findings)
        {
            var rule = finding.Rule.Id.Replace('/', '.');
            WriteCase(xml, rule, Name(finding, name => taken.Add(new Case(rule, name))), finding, report);
        }

        xml.WriteEndElement();
    }

    // Lines move: a number is part of the name only where nothing else tells two cases apart.
    private static string Name(Finding finding, Func<string, bool> take)
    {
        var place = finding.Primary.Span;
        var name = Valid(finding.Verdict.About);
        string[] names = [name, $"{name} ({Valid(place.File.Path)})", $"{name} ({Valid(place.ToString())})"];
        return names.FirstOrDefault(take) ?? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{names[^1]} #{number}").First(take);
    }

    private static void WriteCase(XmlWriter xml, string rule, string name, Finding finding, Report report)
    {
        WriteStartCase(xml, rule, name);
        switch (finding.Outcome)
        {
            case not Outcome.Pass when finding.Suppression is { } suppression:
                xml.WriteElementString("skipped", Valid($"suppressed by {SuppressionText.Of(suppression)}"));
                break;
            case Outcome.Fail or Outcome.Warn when report.IsBlockedBy(finding):
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("type", Words.Of(finding.Severity));
                xml.WriteAttributeString("message", Valid(finding.Verdict.Message));
                xml.WriteString(Text(finding, report));
                xml.WriteEndElement();
                break;
            case Outcome.Fail or Outcome.Warn:
                var outcome = Words.Of(finding.Outcome).ToUpperInvariant();
                xml.WriteElementString("system-out", $"{outcome} {Words.Of(finding.Severity)}: {Text(finding, report)}");
                break;
            case Outcome.Unknown:
                xml.WriteElementString("skipped", Valid(finding.Verdict.Message));
                break;
        }

        xml.WriteEndElement();
    }

    private static void WriteBroken(XmlWriter xml, IReadOnlyList<Diagnostic> broken, Report report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", "Audit");
        WriteCounts(xml, [], broken.Count, report);
        foreach (var (index, diagnostic) in broken.Index())
        {
            var kind = Words.Of(diagnostic.Kind);
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            WriteStartCase(xml, $"audit.{kind}", diagnostic.Path is { } path ? Valid(path) : number);
            xml.WriteStartElement("error");
            xml.WriteAttributeString("type", kind);
            xml.WriteAttributeString("message", Valid(diagnostic.Message));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteStartCase(XmlWriter xml, string rule, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", rule);
        xml.WriteAttributeString("name", name);
    }

    private static string Text(Finding finding, Report report) => string.Join('\n', FindingText.All(finding, report).Select(Allowed));

    private static string Valid(string text) => Allowed(Quote.Text(text));

    // XML has no way to write half a character or what Unicode calls none.
    private static string Allowed(string text)
    {
        StringBuilder allowed = new(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append(rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString());
        }

        return allowed.ToString();
    }

    private sealed record Case(string Class, string Name);
}
