namespace Seaworthy.Engine.Reporting.Html;

/// <summary>One finding: what is wrong, the lines at every end, what to change, and how to check.</summary>
/// <param name="report">Whose findings they are.</param>
/// <param name="targets">The targets that a finding concerns.</param>
internal sealed class HtmlFinding(Report report, FindingTargets targets)
{
    // A page of thousands of findings quotes the lines that they name, and no more.
    private int contexts = 400;

    /// <param name="finding">Whatever its outcome.</param>
    /// <param name="saysWhy">It stands alone, and says itself why it matters.</param>
    /// <param name="html">Where to.</param>
    public void Write(Finding finding, bool saysWhy, HtmlWriter html)
    {
        var verdict = finding.Verdict;
        var around = (contexts -= verdict.Locations.Count) >= 0 ? HtmlEvidence.Around : 0;
        html.Write(
            $"<article class=\"finding\" id=\"{HtmlText.Anchor(finding)}\" data-targets=\"{targets.NumbersOf(finding)}\"><h4>{HtmlText.Prose(verdict.Message)}</h4>"
        );
        html.Write(HtmlEvidence.Ends(verdict.Locations, around, report));
        if (saysWhy)
        {
            html.Write(HtmlFindings.Why(finding.Rule));
        }

        if (finding.Remedy is { } remediation)
        {
            html.Write($"<p class=\"change\"><strong>What to change</strong> {HtmlText.Prose(remediation)}</p>");
        }

        if (verdict.Verification is { } verification)
        {
            html.Write(
                $"<div class=\"verify\"><strong>How to check</strong><pre class=\"command\"><code>{verification}</code></pre></div>"
            );
        }

        foreach (var change in WeightText.Of(verdict))
        {
            html.Write($"<p class=\"weighed\">{HtmlText.Prose(change)}</p>");
        }

        if (Ties(finding) is { } ties)
        {
            html.Write(ties);
        }

        html.Write($"<p class=\"weighed\">{Weighed(finding)}</p></article>");
    }

    /// <summary>What it follows from, and what follows from it.</summary>
    private Markup? Ties(Finding finding) =>
        report.Causes.Of(finding) is not { Consequences.Count: > 0 } cause ? null
        : cause.Consequences.Contains(finding) ? (Markup)$"<p class=\"ties\">Follows from {Link(cause.Lead)}</p>"
        : ReferenceEquals(cause.Lead, finding)
            ? (Markup)$"<p class=\"ties\">It also causes: {cause.Consequences.Select(other => (Markup)$"{Link(other)} ")}</p>"
        : null;

    private static Markup Link(Finding finding) =>
        $"<a href=\"#{HtmlText.Anchor(finding)}\">{finding.Rule.Title}: {finding.Verdict.About}</a>";

    private Markup Weighed(Finding finding)
    {
        var effort = report.Plan.Of(finding) is { } planned ? (Markup)$"<span>Fix: {HtmlText.Effort(planned.Effort)}</span> " : null;
        return $"{effort}<span>{Words.Capital(Words.Of(finding.Verdict.Certainty))}</span> <span>Scope: {Words.Of(finding.Verdict.Scope.Scope)}</span> <a href=\"#{HtmlText.Anchor(finding)}\">Link to this finding</a>";
    }
}
