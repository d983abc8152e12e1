using Seaworthy.Engine.Planning;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What blocks the next deployment, with the lines at both ends.</summary>
internal static class HtmlBlockers
{
    private const int EndsShown = 2;

    public static bool IsThere(Report report) => report.Plan.Blockers.Count > 0;

    public static void Write(Report report, HtmlWriter html)
    {
        if (!IsThere(report))
        {
            return;
        }

        var (shown, more) = ScoreText.Blockers(report.Plan);
        html.Write(
            $"<section id=\"blockers\" aria-labelledby=\"blockers-title\"><h2 id=\"blockers-title\">What blocks the next deployment</h2><ol class=\"blockers card\">"
        );
        foreach (var blocker in shown)
        {
            html.Write(Item(blocker, report));
        }

        html.Write(
            $"</ol>{(more > 0 ? (Markup)$"<p class=\"note\">And {HtmlText.Count(more, "more cause")}: see <a href=\"#findings\">the findings</a>.</p>" : null)}</section>"
        );
    }

    private static Markup Item(Blocker blocker, Report report)
    {
        var (finding, places) = (blocker.Finding, blocker.Finding.Verdict.Locations);
        var alike = blocker.Others > 0 ? (Markup)$" <span class=\"note\">and {HtmlText.Whole(blocker.Others)} more like it</span>" : null;
        var ends = HtmlEvidence.Ends([.. places.Take(EndsShown)], around: 0, report);
        var change = finding.Verdict.Remediation is { } remediation
            ? (Markup)$"<p class=\"change\"><strong>Fix</strong> {HtmlText.Prose(remediation)}</p>"
            : null;
        return $"<li>{HtmlText.Badge(finding.Severity)}<div><p><a href=\"#{HtmlText.Anchor(finding)}\">{HtmlText.Prose(finding.Verdict.Message)}</a>{alike}</p>{ends}{change}</div></li>";
    }
}
