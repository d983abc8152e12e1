using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What is accepted, and what the audit could not do.</summary>
internal static class HtmlNotes
{
    public static bool IsThere(Report report) => report.Suppressed.Count + report.Diagnostics.Count > 0;

    public static void Write(Report report, HtmlWriter html)
    {
        if (!IsThere(report))
        {
            return;
        }

        html.Write($"<section id=\"notes\" aria-labelledby=\"notes-title\"><h2 id=\"notes-title\">Notes</h2>");
        if (report.Diagnostics.Count > 0)
        {
            html.Write(
                $"<div class=\"card diagnostics\"><h3>What could not be done, or is not shown</h3><ul>{report.Diagnostics.Select(Diagnostic)}</ul></div>"
            );
        }

        WriteSuppressed(report, html);
        html.Write($"</section>");
    }

    private static Markup Diagnostic(Diagnostic diagnostic)
    {
        var path = diagnostic.Path is { } file ? (Markup)$"<code class=\"place\">{file}</code> " : null;
        return $"<li{(diagnostic.IsIncomplete ? (Markup)$" class=\"incomplete\"" : null)}>{path}{diagnostic.Message}</li>";
    }

    private static void WriteSuppressed(Report report, HtmlWriter html)
    {
        if (report.Suppressed.Count == 0)
        {
            return;
        }

        html.Write(
            $"<details class=\"card suppressed\" open><summary><h3>Accepted findings</h3> <span class=\"note\">{HtmlText.Count(report.Suppressed.Count, "finding")} that do not count at the gate</span></summary><ul>"
        );
        foreach (var finding in report.Suppressed)
        {
            html.Write(
                $"<li id=\"{HtmlText.Anchor(finding)}\"><p>{HtmlText.Badge(finding.Outcome)} {HtmlText.Badge(finding.Severity)} {finding.Verdict.Message}</p><p class=\"note\">{SuppressionText.Of(finding.Suppression)} · <code>{finding.Rule.Id}</code></p>{HtmlEvidence.Ends(finding.Verdict.Locations, around: 0, report)}</li>"
            );
        }

        html.Write($"</ul></details>");
    }
}
