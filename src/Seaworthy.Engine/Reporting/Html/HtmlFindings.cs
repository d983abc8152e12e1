using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>Everything that does not hold, or may not, area by area.</summary>
internal static class HtmlFindings
{
    /// <summary>The id of the section of practices that are missing.</summary>
    public const string Practices = "practices";

    private const int SubjectsShown = 12;

    /// <summary>The id of the section of an area.</summary>
    public static string IdOf(Area area) => $"area-{Words.Of(area)}";

    public static void Write(Report report, HtmlWriter html)
    {
        html.Write($"<section id=\"findings\" aria-labelledby=\"findings-title\"><h2 id=\"findings-title\">Findings</h2>");
        var areas = FindingGroup.Of(report).ToList();
        var practices = FindingGroup.Practices(report).ToList();
        if (areas.Count + practices.Count == 0)
        {
            html.Write($"<p class=\"lead\">Nothing is wrong, and nothing is in doubt.</p>");
        }
        else
        {
            HtmlFilter.Write([.. areas.SelectMany(area => area), .. practices], report.Plan, html);
            foreach (var area in areas)
            {
                Write(IdOf(area.Key), Words.Title(area.Key), area, report, html);
            }

            if (practices.Count > 0)
            {
                Write(Practices, "Practices", practices, report, html);
            }
        }

        html.Write($"</section>");
    }

    private static void Write(string id, string title, IEnumerable<FindingGroup> groups, Report report, HtmlWriter html)
    {
        html.Write($"<section class=\"in-area\" aria-labelledby=\"{id}\"><h3 id=\"{id}\">{title}</h3>");
        foreach (var group in groups)
        {
            Write(group, report, html);
        }

        html.Write($"</section>");
    }

    private static void Write(FindingGroup group, Report report, HtmlWriter html)
    {
        var priority = group.Priority(report.Plan);
        Markup attributes =
            $"class=\"group card {Words.Of(group.Outcome)}\" data-outcome=\"{Words.Of(group.Outcome)}\" data-severity=\"{Words.Of(group.Severity)}\" data-area=\"{Words.Of(group.Rule.Area)}\" data-priority=\"{(priority is { } known ? Words.Of(known) : "")}\"";
        html.Write($"<details {attributes}><summary>{Head(group, report)}</summary><div class=\"body\">");
        if (group.Findings.Count > 1)
        {
            html.Write(Why(group.Rule));
        }

        foreach (var finding in group.Findings)
        {
            HtmlFinding.Write(finding, tellsWhy: group.Findings.Count == 1, report, html);
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
        var gain = group.Best(report.Plan) is { } best ? HtmlPlan.Gain(best) : null;
        var priority = group.Priority(report.Plan) is { } known ? HtmlText.Badge(known) : null;
        return $"""
            {HtmlText.Badge(group.Outcome)}<h4>{group.Rule.Title}{times}</h4><span class="said">{Said(
                group
            )}</span><span class="tags">{gain}{priority}{HtmlText.Badge(group.Severity)}</span>
            """;
    }

    private static Markup Said(FindingGroup group)
    {
        if (group.Findings.Count == 1)
        {
            return HtmlText.Prose(group.Findings[0].Verdict.Message);
        }

        var subjects = group.Findings.Select(finding => finding.Verdict.Subject).Distinct().ToList();
        return $"{string.Join(", ", subjects.Take(SubjectsShown))}{(subjects.Count > SubjectsShown ? "…" : "")}";
    }
}
