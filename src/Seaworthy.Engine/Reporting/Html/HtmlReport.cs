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
        WriteHead(html, report);
        html.Write($"<body>");
        html.Write($"<a class=\"skip\" href=\"#main\">To the report</a>");
        WriteBanner(html, report, charts.Count > 0, matrices.Count > 0);
        html.Write($"<main id=\"main\">");
        HtmlSummary.Write(report, html);
        HtmlPlan.Write(report, html);
        HtmlFindings.Write(report, html);
        HtmlEnvironments.Write(matrices, html);
        HtmlWiring.Write(charts, report, html);
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

    private static void WriteBanner(HtmlWriter html, Report report, bool hasWiring, bool hasEnvironments)
    {
        Section[] sections =
        [
            new(true, $"<li><a href=\"#summary\">Summary</a></li>"),
            new(HtmlPlan.IsThere(report), $"<li><a href=\"#plan\">Plan</a></li>"),
            new(true, $"<li><a href=\"#findings\">Findings</a></li>"),
            new(hasEnvironments, $"<li><a href=\"#environments\">Environments</a></li>"),
            new(hasWiring, $"<li><a href=\"#wiring\">Wiring</a></li>"),
            new(true, $"<li><a href=\"#checks\">Checks</a></li>"),
            new(HtmlNotes.IsThere(report), $"<li><a href=\"#notes\">Notes</a></li>"),
        ];
        html.Write(
            $"""
            <header class="banner"><div class="wide">
            <p class="brand">{HtmlMarks.Ship} <span>Seaworthy</span></p>
            <nav aria-label="Sections"><ul>{sections.Where(section => section.IsThere).Select(section => section.Link)}</ul></nav>
            <button type="button" class="theme" id="theme" hidden>{HtmlMarks.Moon}<span class="unseen">Dark colours</span></button>
            </div></header>
            """
        );
    }

    private static void WriteFoot(HtmlWriter html, Report report) =>
        html.Write(
            $"""
            <footer><p>{HtmlIdentity.Foot(report)}</p><p>Seaworthy {ProductVersion.Text} read {MarkdownText.FilesThatSay(
                report.Deployment.Artifacts.Count
            )} something about deployment. Nothing of the repository was run; secrets are masked. A gain is what the score rises by when that finding alone is mended.</p></footer>
            """
        );

    private sealed record Section(bool IsThere, Markup Link);
}
