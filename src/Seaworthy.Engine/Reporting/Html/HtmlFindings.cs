using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Everything that does not hold, or may not, the gravest first; then the practices that are missing.</summary>
internal static class HtmlFindings
{
    /// <summary>The id of the section of practices that are missing.</summary>
    public const string Practices = "practices";

    private const int SubjectsShown = 12;

    public static bool HasPractices(Report report) => report.Findings.Any(finding => finding.IsPractice);

    public static void Write(Report report, HtmlWriter html)
    {
        var groups = FindingGroup.Of(report).ToList();
        var practices = FindingGroup.Practices(report).ToList();
        FindingTargets targets = new(report);
        HtmlFinding finding = new(report, targets);
        html.Write($"<div class=\"filtered\">");
        html.Write($"<section id=\"findings\" aria-labelledby=\"findings-title\"><h2 id=\"findings-title\">Findings</h2>");
        html.Write(
            groups.Count > 0 ? $"<p class=\"lead\">The gravest first; open one for the lines, the fix and a command to check it.</p>"
            : practices.Count > 0 ? (Markup)$"<p class=\"lead\">No file contradicts another.</p>"
            : (Markup)$"<p class=\"lead\">Nothing is wrong, and nothing is in doubt.</p>"
        );
        html.Write($"</section>");
        if (groups.Count + practices.Count > 0)
        {
            HtmlFilter.Write([.. groups, .. practices], targets.Names, html);
        }

        Write(groups, "Findings by severity", finding, report, html);
        if (practices.Count > 0)
        {
            html.Write(
                $"<section id=\"{Practices}\" aria-labelledby=\"practices-title\"><h2 id=\"practices-title\">Practices</h2><p class=\"lead\">Safeguards that are missing. Nothing here contradicts another file.</p></section>"
            );
            Write(practices, "Practices by severity", finding, report, html);
        }

        html.Write($"</div>");
    }

    private static void Write(List<FindingGroup> groups, string label, HtmlFinding finding, Report report, HtmlWriter html)
    {
        if (groups.Count == 0)
        {
            return;
        }

        html.Write($"<div class=\"groups\" role=\"group\" aria-label=\"{label}\">");
        foreach (var group in groups)
        {
            Write(group, finding, report, html);
        }

        html.Write($"</div>");
    }

    private static void Write(FindingGroup group, HtmlFinding finding, Report report, HtmlWriter html)
    {
        var effort = group.Effort(report.Plan) is { } known ? HtmlText.Whole((int)known) : "";
        Markup attributes =
            $"class=\"group card {Words.Of(group.Outcome)} {Words.Of(group.Severity)}\" data-outcome=\"{Words.Of(group.Outcome)}\" data-severity=\"{Words.Of(group.Severity)}\" data-area=\"{Words.Of(group.Rule.Area)}\" data-file=\"{group.Findings[0].Primary.Span.File.Path}\" data-effort=\"{effort}\"";
        html.Write($"<details {attributes}><summary>{Head(group, report)}</summary><div class=\"body\">");
        if (group.Findings.Count > 1)
        {
            html.Write(Why(group.Rule));
        }

        foreach (var one in group.Findings)
        {
            finding.Write(one, saysWhy: group.Findings.Count == 1, html);
        }

        var more = group.Rule.Tool is { } tool ? (Markup)$"found by {tool}" : (Markup)$"<code>seaworthy explain {group.Rule.Id}</code>";
        html.Write($"<p class=\"rule\">Rule <code>{group.Rule.Id}</code> · {more}</p>");
        html.Write($"</div></details>");
    }

    public static Markup Why(RuleInfo rule) => $"<p class=\"why\"><strong>Why it matters</strong> {HtmlText.Prose(rule.Rationale)}</p>";

    private static Markup Head(FindingGroup group, Report report)
    {
        var many = group.Findings.Count;
        var times =
            many > 1
                ? (Markup)$" <span class=\"times\"><span aria-hidden=\"true\">×</span> <span class=\"number\">{many}</span></span>"
                : null;
        var effort = group.Effort(report.Plan) is { } known ? (Markup)$"<span>{HtmlText.Effort(known)}</span>" : null;
        var badge = group.Outcome == Outcome.Unknown ? HtmlText.Badge(group.Outcome) : HtmlText.Badge(group.Severity);
        var weight = group.Outcome == Outcome.Unknown ? $"{Words.Of(group.Severity)} if so" : Words.Of(group.Outcome);
        return $"""
            {badge}<h3>{group.Rule.Title}{times}</h3><span class="said">{Said(group)}</span><span class="tags"><span>{weight}</span> <span>{Words.Title(
                group.Rule.Area
            )}</span> {effort}</span>
            """;
    }

    private static Markup Said(FindingGroup group)
    {
        if (group.Findings.Count == 1)
        {
            return HtmlText.Prose(group.Findings[0].Verdict.Message);
        }

        var subjects = group.Findings.Select(finding => finding.Verdict.About).Distinct().ToList();
        return $"{string.Join(", ", subjects.Take(SubjectsShown))}{(subjects.Count > SubjectsShown ? "…" : "")}";
    }
}
