using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>A dial for every area that could be judged, and the names of those that could not.</summary>
internal static class HtmlAreas
{
    public static void Write(Report report, HtmlWriter html)
    {
        var (judged, other) = (report.Score.Areas.Where(IsJudged).ToList(), report.Score.Areas.Where(area => !IsJudged(area)).ToList());
        html.Write($"<section id=\"areas\" aria-labelledby=\"areas-title\"><h2 id=\"areas-title\">Areas</h2>");
        if (judged.Count > 0)
        {
            var open = report.Findings.ToLookup(finding => finding.Rule.Area);
            html.Write($"<ul class=\"areas\">{judged.Select(area => Card(area, [.. open[area.Area]]))}</ul>");
        }

        if (other.Count > 0)
        {
            html.Write(
                $"<p class=\"note\">Nothing to judge: {string.Join(", ", other.Select(area => Words.Plain(Words.Of(area.Area))))}.</p>"
            );
        }

        html.Write($"</section>");
    }

    private static bool IsJudged(AreaScore area) => area.Judged + area.Unknown > 0;

    private static Markup Card(AreaScore area, IReadOnlyList<Finding> findings)
    {
        var open = findings.Where(finding => finding.Outcome != Outcome.Pass).ToList();
        Markup inside = $"""
            {HtmlText.Dial(area.Value)}
            <span class="name"><span class="unseen">{(
                area.Value is null ? "no score" : $"{ScoreText.Number(area.Value)} of 10"
            )}: </span>{Words.Title(area.Area)}</span>
            <span class="basis">{(
                area.Value is null
                    ? "not enough to score"
                    : $"{ScoreText.Percent(area.Coverage)} of {HtmlText.Whole(area.Judged + area.Unknown)} decided"
            )}</span>
            <span class="open">{Open([.. findings.Select(finding => finding.Outcome)])}</span>
            """;
        return open.Count > 0
            ? (Markup)
                $"<li><a class=\"area card\" href=\"#findings\" data-filter=\"area\" data-value=\"{Words.Of(area.Area)}\">{inside}</a></li>"
            : $"<li><div class=\"area card\">{inside}</div></li>";
    }

    private static Markup Open(IReadOnlyList<Outcome> outcomes)
    {
        var counts = new[] { Outcome.Fail, Outcome.Warn, Outcome.Unknown }
            .Select(outcome => new { Outcome = outcome, Count = outcomes.Count(one => one == outcome) })
            .Where(pair => pair.Count > 0)
            .ToList();
        return counts.Count == 0
            ? (Markup)$"<span class=\"pass\">all pass</span>"
            : $"{counts.Select(pair => Count(pair.Outcome, pair.Count))}";
    }

    private static Markup Count(Outcome outcome, int count) => $"<span class=\"{Words.Of(outcome)}\">{count} {Words.Of(outcome)}</span> ";
}
