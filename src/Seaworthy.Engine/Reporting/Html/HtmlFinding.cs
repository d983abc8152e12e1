namespace Seaworthy.Engine.Reporting.Html;

/// <summary>One finding: what is wrong, the lines at every end, what to change, how to check, and what that wins.</summary>
internal static class HtmlFinding
{
    /// <param name="finding">Whatever its outcome.</param>
    /// <param name="tellsWhy">It stands alone, and says itself why it matters.</param>
    /// <param name="report">Whose finding it is.</param>
    /// <param name="html">Where to.</param>
    public static void Write(Finding finding, bool tellsWhy, Report report, HtmlWriter html)
    {
        var verdict = finding.Verdict;
        html.Write($"<article class=\"finding\" id=\"{HtmlText.Anchor(finding)}\"><h5>{HtmlText.Prose(verdict.Message)}</h5>");
        html.Write(HtmlText.Evidence(verdict.Locations, report));
        if (tellsWhy)
        {
            html.Write(HtmlFindings.Why(finding.Rule));
        }

        if (verdict.Remediation is { } remediation)
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

        if (Ties(finding, report) is { } ties)
        {
            html.Write(ties);
        }

        html.Write($"<p class=\"weighed\">{Weighed(finding, report)}</p></article>");
    }

    /// <summary>What it follows from, and what follows from it.</summary>
    private static Markup? Ties(Finding finding, Report report) =>
        report.Causes.Of(finding) is not { Consequences.Count: > 0 } cause ? null
        : cause.Consequences.Contains(finding) ? (Markup)$"<p class=\"ties\">Follows from {Link(cause.Lead)}</p>"
        : ReferenceEquals(cause.Lead, finding)
            ? (Markup)$"<p class=\"ties\">Because of it, also: {cause.Consequences.Select(other => (Markup)$"{Link(other)} ")}</p>"
        : null;

    private static Markup Link(Finding finding) =>
        $"<a href=\"#{HtmlText.Anchor(finding)}\">{finding.Rule.Title}: {finding.Verdict.Subject}</a>";

    private static Markup Weighed(Finding finding, Report report)
    {
        Markup sure =
            $"<span>{Words.Capital(Words.Of(finding.Verdict.Certainty))}</span> <span>Scope: {Words.Of(finding.Verdict.Scope.Scope)}</span> <a href=\"#{HtmlText.Anchor(finding)}\">{finding.Id}</a>";
        return report.Plan.Of(finding) is { } planned
            ? $"<span>{Words.Of(planned.Priority)}</span> <span>Effort: {Words.Of(planned.Effort)}</span> <span>Gain: {ScoreText.Gain(planned)}</span> {sure}"
            : sure;
    }
}
