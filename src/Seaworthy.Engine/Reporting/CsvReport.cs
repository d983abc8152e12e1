using System.Globalization;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>Every verdict as a row, for spreadsheets.</summary>
/// <remarks>Source: RFC 4180; OWASP, "CSV Injection".</remarks>
public static class CsvReport
{
    private static readonly string[] Header =
    [
        "id",
        "outcome",
        "severity",
        "certainty",
        "scope",
        "blocks",
        "area",
        "rule",
        "subject",
        "message",
        "path",
        "line",
        "related",
        "rationale",
        "remediation",
        "verify",
        "suppressed",
    ];

    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\r\n";
        output.WriteLine(string.Join(',', Header));
        foreach (var finding in report.Findings.Concat(report.Suppressed))
        {
            output.WriteLine(string.Join(',', Row(finding, report).Select(Cell)));
        }
    }

    private static IEnumerable<string> Row(Finding finding, Report report)
    {
        var verdict = finding.Verdict;
        return
        [
            finding.Id,
            Words.Of(finding.Outcome),
            Words.Of(finding.Severity),
            Words.Of(verdict.Certainty),
            Words.Of(verdict.Scope.Scope),
            report.IsBlockedBy(finding) ? "yes" : "no",
            Words.Of(finding.Rule.Area),
            finding.Rule.Id,
            verdict.About,
            verdict.Message,
            finding.Primary.Span.File.Path,
            finding.Primary.Span.IsWholeFile ? "" : finding.Primary.Span.StartLine.ToString(CultureInfo.InvariantCulture),
            string.Join("; ", verdict.Locations.Skip(1).Select(Place)),
            finding.Rule.Rationale,
            verdict.Remediation ?? "",
            verdict.Verification ?? "",
            SuppressionText.Of(finding.Suppression),
        ];
    }

    private static string Place(Location location) => location.Note is { } note ? $"{location.Span} ({note})" : location.Span.ToString();

    internal static string Cell(string text)
    {
        var cell = Guarded(Quote.Text(text));
        return cell.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
    }

    // A spreadsheet would calculate what begins like a formula, in full width too: an apostrophe makes it text.
    private static string Guarded(string text) =>
        text.TrimStart() is ['=' or '+' or '-' or '@' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? "'" + text : text;
}
