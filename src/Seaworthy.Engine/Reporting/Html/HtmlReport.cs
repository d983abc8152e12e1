using Seaworthy.Engine.Environments;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>
/// The report as one page that loads nothing: it reads without its script, which only filters, searches and shows what the wiring graph is asked for. No clock, no path of this machine: the same tree
/// gives the same bytes.
/// </summary>
public static class HtmlReport
{
    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        HtmlWriter html = new(output);
        var charts = HtmlWiring.Charts(report);
        var matrices = EnvironmentMatrix.Of(report.Deployment);
        HtmlSections sections = new(report, hasWiring: charts.Count > 0, hasEnvironments: matrices.Count > 0);
        WriteHead(html, report);
        html.Write($"<body>");
        html.Write($"<a class=\"skip\" href=\"#main\">Skip to the report</a>");
        WriteBanner(html, sections);
        html.Write($"<main id=\"main\">");
        HtmlSummary.Write(report, html);
        html.Write(sections.Contents);
        HtmlBlockers.Write(report, html);
        HtmlWiring.Write(charts, report, html);
        HtmlFindings.Write(report, html);
        HtmlPlan.Write(report, html);
        HtmlAreas.Write(report, html);
        HtmlEnvironments.Write(matrices, report, html);
        HtmlChecks.Write(report, html);
        HtmlNotes.Write(report, html);
        html.Write($"</main>");
        WriteFoot(html, report);
        html.WriteOwn("script", HtmlAssets.Script);
        html.Write($"</body>");
        html.Write($"</html>");
    }

    private static void WriteHead(HtmlWriter html, Report report)
    {
        html.Write($"<!DOCTYPE html>");
        html.Write($"<html lang=\"en\">");
        html.Write($"<head>");
        html.Write($"<meta charset=\"utf-8\">");
        // A hash holds neither quotation mark nor bracket; the quotation marks of the policy are escaped as any text.
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"{new Masked(HtmlAssets.Policy)}\">");
        html.Write($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.Write($"<meta name=\"color-scheme\" content=\"light dark\">");
        html.Write($"<meta name=\"referrer\" content=\"no-referrer\">");
        html.Write($"<meta name=\"robots\" content=\"noindex\">");
        html.Write($"<title>{HtmlIdentity.Title(report)}</title>");
        html.WriteOwn("style", HtmlAssets.Style);
        html.Write($"</head>");
    }

    private static void WriteBanner(HtmlWriter html, HtmlSections sections) =>
        html.Write(
            $"""
            <header class="banner"><div class="wide">
            <p class="brand">{HtmlMarks.Ship} <span>Seaworthy</span></p>
            {sections.Menu}
            <button type="button" class="theme" id="theme" aria-pressed="false" hidden>{HtmlMarks.Moon}<span class="unseen">Dark colours</span></button>
            </div></header>
            """
        );

    private static void WriteFoot(HtmlWriter html, Report report) =>
        html.Write(
            $"""
            <footer><p>{HtmlIdentity.Foot(report)}</p><p>Seaworthy {ProductVersion.Text} read {MarkdownText.FilesThatSay(
                report.Deployment.Artifacts.Count
            )} something about deployment. Nothing of the repository was run; secrets are masked.</p></footer>
            """
        );
}
