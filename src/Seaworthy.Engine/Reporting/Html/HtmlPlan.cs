using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What to fix in which order, and the score to expect then.</summary>
internal static class HtmlPlan
{
    public static bool IsThere(Report report) => Phases(report).Any();

    public static void Write(Report report, HtmlWriter html)
    {
        var phases = Phases(report).ToList();
        if (phases.Count == 0)
        {
            return;
        }

        html.Write($"<section id=\"plan\" aria-labelledby=\"plan-title\"><h2 id=\"plan-title\">Plan</h2>");
        html.Write(
            $"<p class=\"lead\">What to fix in which order: by severity, then by effort. The number on the right is how much the score rises when that finding alone is fixed.</p>"
        );
        html.Write($"<ol class=\"steps\">{Step("Today", report.Score)}{phases.Select(Step)}</ol>");
        foreach (var (index, phase) in phases.Index())
        {
            WritePhase(phase, isOpen: index == 0, html);
        }

        html.Write($"</section>");
    }

    private static IEnumerable<Phase> Phases(Report report) => report.Plan.Phases.Where(phase => phase.Findings.Count > 0);

    private static Markup Step(Phase phase) => Step(When(phase.Term), phase.Expected);

    private static Markup Step(string when, Score score)
    {
        var dial = HtmlText.Dial(score.Total);
        return $"""
            <li><span class="when">{when}</span><span class="unseen">{ScoreText.Number(
                score.Total
            )} of 10, </span>{dial}<span class="then">{Words.Capital(ScoreText.Answer(score))}</span></li>
            """;
    }

    private static string When(Term term) =>
        term switch
        {
            Term.Now => "Once done now",
            Term.Later => "When all is done",
            _ => $"After {Words.Plain(Words.Of(term))}",
        };

    private static void WritePhase(Phase phase, bool isOpen, HtmlWriter html)
    {
        html.Write(
            $"""
            <details class="phase card"{(isOpen ? (Markup)$" open" : null)}>
            <summary><h3>{ScoreText.Title(phase.Term)}</h3> <span class="note">{HtmlText.Count(
                phase.Findings.Count,
                "finding"
            )}: {ScoreText.Efforts(phase)}</span></summary>
            <ul class="todo">
            """
        );
        foreach (
            var planned in phase
                .Findings.OrderByDescending(one => (int)one.Finding.Severity)
                .ThenBy(one => (int)one.Effort)
                .ThenByDescending(one => one.Gain.Total)
        )
        {
            html.Write(Item(planned));
        }

        html.Write($"</ul></details>");
    }

    private static Markup Item(PlannedFinding planned)
    {
        var finding = planned.Finding;
        return $"""
            <li>{HtmlText.Badge(finding.Severity)}<div><a href="#{HtmlText.Anchor(
                finding
            )}">{finding.Rule.Title}: {finding.Verdict.About}</a> {HtmlText.Place(finding.Primary.Span)}</div><span class="weight">{HtmlText.Effort(
                planned.Effort
            )}</span><span class="gain">{(planned.Gain.Total == 0 ? "" : ScoreText.Signed(planned.Gain.Total))}</span></li>
            """;
    }
}
