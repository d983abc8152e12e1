using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>One finding as a section of a document: places, rationale, remediation, verification.</summary>
internal static class MarkdownFinding
{
    public static void Write(Finding finding, Report report, TextWriter output)
    {
        var verdict = finding.Verdict;
        output.WriteLine($"### {Words.Of(finding.Outcome).ToUpperInvariant()}: {Escape(finding.Rule.Title)}: {Escape(verdict.Subject)}\n");
        output.WriteLine($"{Escape(verdict.Message)}\n");
        output.WriteLine(
            $"- **Rule:** `{finding.Rule.Id}`, severity {Words.Of(finding.Severity)}, confidence {Words.Of(verdict.Confidence)}"
        );
        if (report.Plan.Of(finding) is { } planned)
        {
            output.WriteLine($"- **Priority:** {MarkdownPlan.Weighed(planned)}");
        }

        output.WriteLine("- **Files:**");
        foreach (var location in verdict.Locations)
        {
            var quoted = report.LineAt(location.Span) is { Length: > 0 } line ? ": " + Code(line) : "";
            var note = location.Note is { } said ? $" ({Escape(said)})" : "";
            output.WriteLine($"  - {Place(location.Span)}{quoted}{note}");
        }

        output.WriteLine($"- **Rationale:** {Escape(finding.Rule.Rationale)}");
        if (verdict.Remediation is { } remediation)
        {
            output.WriteLine($"- **Remediation:** {Escape(remediation)}");
        }

        if (verdict.Verification is { } verification)
        {
            output.WriteLine($"- **Verification:** {Code(Quote.Text(verification))}");
        }

        output.WriteLine();
    }
}
