using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The first screen: the answer, the score and what it rests on, what blocks the next deployment, and every area.</summary>
internal static class HtmlSummary
{
    private const int TargetsShown = 12;

    public static void Write(Report report, HtmlWriter html)
    {
        html.Write($"<section id=\"summary\" aria-labelledby=\"answer\">");
        WriteAnswer(report, html);
        WriteBlockers(report.Plan, html);
        HtmlAreas.Write(report, html);
        html.Write($"</section>");
    }

    private static void WriteAnswer(Report report, HtmlWriter html)
    {
        var score = report.Score;
        var risk = score.Risk is { } known
            ? (Markup)$"<span class=\"risk {Words.Of(known)}\">Deployment risk: <strong>{Words.Of(known)}</strong></span>"
            : null;
        html.Write(
            $"""
            <div class="answer card">
            <div class="dial" role="img" aria-label="{(
                score.Total is null ? "No score" : $"Score {ScoreText.Number(score.Total)} of 10"
            )}">{HtmlText.Dial(score.Total)}<span aria-hidden="true">{(score.Total is null ? "no score" : "of 10")}</span></div>
            <div class="told">
            {HtmlIdentity.Head(report)}
            <h1 id="answer">{Words.Capital(ScoreText.Answer(score))}</h1>
            <p class="lead">{Contradictions(report)} {risk}</p>
            {(ScoreText.Unjudged(score) is { } unjudged ? (Markup)$"<p class=\"stage\">{unjudged}</p>" : null)}{Targets(report)}
            {Coverage(score)}{(Maturity.Of(report) is { } maturity ? (Markup)$"<p class=\"stage\">{ScoreText.Stage(maturity)}</p>" : null)}
            </div>
            <dl class="tally">{Enum.GetValues<Outcome>().AsEnumerable().Reverse().Select(outcome => Tally(outcome, report.With(outcome).Count()))}{Tally(
                "accepted",
                "Accepted",
                report.Suppressed.Count
            )}</dl>
            </div>
            """
        );
    }

    private static Markup? Targets(Report report) =>
        report.Targets.Count == 0
            ? null
            : (Markup)$"<p class=\"stage\">{string.Join(" · ", report.Targets.Take(TargetsShown).Select(TargetText.Of))}</p>";

    private static string Contradictions(Report report)
    {
        var failed = report.With(Outcome.Fail).ToList();
        var critical = failed.Count(finding => finding.Severity == Severity.Critical);
        return failed.Count == 0
            ? "No contradiction was found between the files of this repository."
            : $"{HtmlText.Count(failed.Count, "contradiction")} would stop or harm a deployment{(critical > 0 ? $", {HtmlText.Whole(critical)} of them critical" : "")}.";
    }

    private static Markup Coverage(Score score) =>
        $"""
            <p class="coverage"><svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="filled" width="{(int)(
                score.Coverage * 100
            )}" height="4"/></svg>{ScoreText.Basis(score)}</p>
            """;

    private static Markup Tally(Outcome outcome, int count) => Tally(Words.Of(outcome), Words.Of(outcome).ToUpperInvariant(), count);

    private static Markup Tally(string kind, string word, int count) =>
        $"<div class=\"{kind}{(count == 0 ? " zero" : "")}\"><dt>{word}</dt><dd>{count}</dd></div>";

    private static void WriteBlockers(Plan plan, HtmlWriter html)
    {
        if (plan.Blockers.Count == 0)
        {
            return;
        }

        html.Write($"<div class=\"blockers card\"><h2>What blocks the next deployment</h2><ol>");
        var (told, more) = ScoreText.Blockers(plan);
        foreach (var blocker in told)
        {
            var (finding, others) = (blocker.Finding, blocker.Others);
            var like = others > 0 ? (Markup)$" <span class=\"note\">and {HtmlText.Whole(others)} more like it</span>" : null;
            html.Write(
                $"<li>{HtmlText.Badge(finding.Severity)}<div><a href=\"#{HtmlText.Anchor(finding)}\">{HtmlText.Prose(finding.Verdict.Message)}</a> {HtmlText.Place(finding.Primary.Span)}{like}</div></li>"
            );
        }

        html.Write(
            $"</ol>{(more > 0 ? (Markup)$"<p class=\"note\">And {HtmlText.Count(more, "more cause")}: see <a href=\"#plan\">the plan</a>.</p>" : null)}</div>"
        );
    }
}
