using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>What blocks the next deployment, and the score area by area, with what it rests on.</summary>
internal static class MarkdownScore
{
    public static void Write(Report report, TextWriter output)
    {
        WriteBlockers(report.Plan, output);
        output.WriteLine("| Area | Score | Decided | Judgements | Rules |\n| --- | ---: | ---: | ---: | ---: |");
        foreach (var area in report.Score.Areas)
        {
            output.WriteLine(Row(area));
        }

        var score = report.Score;
        output.WriteLine(
            $"| **In all** | **{ScoreText.Number(score.Total)}** | {(score.Judged + score.Unknown > 0 ? ScoreText.Percent(score.Coverage) : "–")} | {score.Judged} | {Rules(score.Areas.Sum(area => area.RulesJudged), score.Areas.Sum(area => area.Rules))} |\n"
        );
        if (Maturity.Of(report) is { } maturity)
        {
            output.WriteLine($"{ScoreText.Stage(maturity)}\n");
        }
    }

    private static void WriteBlockers(Plan plan, TextWriter output)
    {
        if (plan.Blockers.Count == 0)
        {
            return;
        }

        output.WriteLine("What blocks the next deployment:\n");
        var (shown, more) = ScoreText.Blockers(plan);
        foreach (var blocker in shown)
        {
            output.WriteLine(
                $"- **{Words.Of(blocker.Finding.Severity)}** {Prose(blocker.Finding.Verdict.Message)} ({Place(blocker.Finding.Primary.Span)}{(blocker.Others > 0 ? $", and {blocker.Others} more like it" : "")})"
            );
        }

        output.WriteLine(more > 0 ? $"- and {Count(more, "more cause")}: see the plan\n" : null);
    }

    private static string Row(AreaScore area) =>
        area.Value is { } value
            ? $"| {Words.Title(area.Area)} | {ScoreText.Number(value)} | {ScoreText.Percent(area.Coverage)} | {area.Judged} | {Rules(area.RulesJudged, area.Rules)} |"
        : area.Judged > 0
            ? $"| {Words.Title(area.Area)} | too little asked | {ScoreText.Percent(area.Coverage)} | {area.Judged} | {Rules(area.RulesJudged, area.Rules)} |"
        : $"| {Words.Title(area.Area)} | not judged | – | 0 | {Rules(area.RulesJudged, area.Rules)} |";

    private static string Rules(int judged, int all) => $"{judged} of {all}";
}
