using Seaworthy.Engine.Answering;
using Seaworthy.Engine.Scoring;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>The first screen: whose report it is, the answer for the repository and for each target, the score and what it rests on.</summary>
internal static class HtmlSummary
{
    private const int TargetsShown = 12;

    public static void Write(Report report, HtmlWriter html)
    {
        var score = report.Score;
        var risk = score.Risk is { } known
            ? (Markup)$"<span class=\"risk {Words.Of(known)}\">Deployment risk: <strong>{Words.Of(known)}</strong></span>"
            : null;
        html.Write($"<section id=\"summary\" aria-labelledby=\"answer\">");
        html.Write(
            $"""
            <div class="answer card">
            <div class="dial" role="img" aria-label="{(
                score.Total is null ? "No score" : $"Score {ScoreText.Number(score.Total)} of 10"
            )}">{HtmlText.Dial(score.Total)}<span aria-hidden="true">{(score.Total is null ? "no score" : "of 10")}</span></div>
            <div class="verdict">
            {HtmlIdentity.Head(report)}
            <h1 id="answer">{Words.Capital(ScoreText.Answer(score))}</h1>
            <p class="lead">{Found(report)} {risk}</p>
            </div>
            <div class="grounds">
            {Targets(report)}{(ScoreText.Unjudged(score) is { } unjudged ? (Markup)$"<p class=\"stage\">{unjudged}</p>" : null)}
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
        html.Write($"</section>");
    }

    /// <summary><c>12 failures and 20 warnings: 5 critical, 9 high.</c></summary>
    private static string Found(Report report)
    {
        var faults = report.Findings.Where(finding => finding.IsFault).ToList();
        var failed = faults.Count(finding => finding.Outcome == Outcome.Fail);
        if (faults.Count == 0)
        {
            return "No contradiction was found between the files of this repository.";
        }

        var grave = new[] { Severity.Critical, Severity.High }
            .Select(severity => new { severity, Count = faults.Count(finding => finding.Severity == severity) })
            .Where(one => one.Count > 0)
            .Select(one => $"{HtmlText.Whole(one.Count)} {Words.Of(one.severity)}")
            .ToList();
        var counts = new[] { (string?)null }
            .Append(failed > 0 ? HtmlText.Count(failed, "failure") : null)
            .Append(faults.Count > failed ? HtmlText.Count(faults.Count - failed, "warning") : null)
            .OfType<string>();
        return $"{string.Join(" and ", counts)}{(grave.Count > 0 ? ": " + string.Join(", ", grave) : ", none of them high or critical")}.";
    }

    private static Markup? Targets(Report report)
    {
        if (report.Targets.Count == 0)
        {
            return null;
        }

        var more = report.Targets.Count - TargetsShown;
        return $"<ul class=\"answers\" aria-label=\"Answer per target\">{report.Targets.Take(TargetsShown).Select(Target)}{(more > 0 ? (Markup)$"<li class=\"note\">and {HtmlText.Count(more, "more target")}</li>" : null)}</ul>";
    }

    private static Markup Target(TargetAnswer answer)
    {
        var why =
            answer.Blocking.Count > 0
                ? $"{HtmlText.Count(answer.Blocking.Count, "finding")} {(answer.Blocking.Count == 1 ? "blocks" : "block")} it"
            : answer.Unread.Count > 0
                ? $"{answer.Unread[0]}{(answer.Unread.Count > 1 ? $", and {HtmlText.Whole(answer.Unread.Count - 1)} more" : "")}"
            : null;
        var reason = why is null ? null : (Markup)$" <span class=\"note\">{why}</span>";
        return $"<li><a href=\"#findings\" data-filter=\"target\" data-value=\"{answer.Target.Name}\">{answer.Target.Name}</a> <strong class=\"state {Words.Of(answer.State)}\">{Words.Plain(Words.Of(answer.State))}</strong>{reason}</li>";
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
}
