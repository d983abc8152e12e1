using System.Text.Json;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>FAIL and WARN for the merge requests of GitLab.</summary>
/// <remarks>Source: GitLab documentation, "Code Quality", "Code Quality report format".</remarks>
public static class GitlabReport
{
    // The scale of GitLab from its least to its gravest word. A WARN stands one below a FAIL of its severity.
    private static readonly string[] Scale = ["info", "minor", "major", "critical", "blocker"];

    public static void Write(Report report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartArray();
        foreach (var finding in report.Findings.Where(finding => finding.IsFault))
        {
            Write(json, finding);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        var verdict = finding.Verdict;
        json.WriteStartObject();
        json.WriteString("description", Quote.Text(verdict.Remediation is { } remedy ? $"{verdict.Message} {remedy}" : verdict.Message));
        json.WriteString("check_name", finding.Rule.Id);
        json.WriteString("fingerprint", finding.Id);
        json.WriteString("severity", Scale[(int)finding.Severity + (finding.Outcome == Outcome.Fail ? 1 : 0)]);
        json.WriteStartObject("location");
        json.WriteString("path", Quote.Text(finding.Primary.Span.File.Path));
        json.WriteStartObject("lines");
        json.WriteNumber("begin", finding.Primary.Span.StartLine);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
