using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What was looked at and holds, area by area, with where.</summary>
internal static class HtmlChecks
{
    private const int SubjectsShown = 500;

    public static void Write(Report report, HtmlWriter html)
    {
        var passed = report.With(Outcome.Pass).ToLookup(finding => finding.Rule.Id, StringComparer.Ordinal);
        var rules = report.Rules.Where(rule => rule.Passed > 0).ToList();
        html.Write($"<section id=\"checks\" aria-labelledby=\"checks-title\"><h2 id=\"checks-title\">Passed checks</h2>");
        html.Write(
            $"<p class=\"lead\">{HtmlText.Count(rules.Sum(rule => rule.Passed), "check")} of {HtmlText.Count(rules.Count, "rule")} pass. {HtmlText.Count(report.Rules.Count(rule => rule.IsNotApplicable), "more rule")} found nothing to judge.</p>"
        );
        foreach (var area in rules.GroupBy(rule => rule.Rule.Area).OrderBy(area => (int)area.Key))
        {
            html.Write(
                $"<details class=\"checks card\"><summary><h3>{Words.Title(area.Key)}</h3> <span class=\"note\">{HtmlText.Count(area.Sum(rule => rule.Passed), "check")}</span></summary><ul>"
            );
            foreach (var rule in area)
            {
                Write(rule, [.. passed[rule.Rule.Id]], html);
            }

            html.Write($"</ul></details>");
        }

        html.Write($"</section>");
    }

    private static void Write(RuleSummary rule, IReadOnlyList<Finding> passed, HtmlWriter html)
    {
        var all = rule.Passed + rule.Failed + rule.Warned + rule.Unknown;
        var where = passed
            .Take(SubjectsShown)
            .Select(finding => (Markup)$"<li>{finding.Verdict.About} {HtmlText.Place(finding.Primary.Span)}</li>");
        var more = passed.Count > SubjectsShown ? (Markup)$"<li>and {HtmlText.Whole(passed.Count - SubjectsShown)} more</li>" : null;
        var isWhole = rule.Passed == all;
        var share = isWhole ? HtmlText.Whole(rule.Passed) : $"{HtmlText.Whole(rule.Passed)} of {HtmlText.Whole(all)}";
        html.Write(
            $"<li class=\"{(isWhole ? "wholly" : "partly")}\"><p>{HtmlText.Prose(rule.Rule.Holds)}{(isWhole ? null : (Markup)$" <span class=\"note\">In part</span>")}</p><details><summary>{share} <code>{rule.Rule.Id}</code></summary><ul class=\"where\">{where}{more}</ul></details></li>"
        );
    }
}
