using Seaworthy.Engine.Planning;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>What to fix in which order, with the score that is then to be expected.</summary>
internal static class MarkdownPlan
{
    public static void Write(Report report, TextWriter output)
    {
        var phases = report.Plan.Phases.Where(phase => phase.Findings.Count > 0).ToList();
        if (phases.Count == 0)
        {
            return;
        }

        output.WriteLine("## Plan\n");
        output.WriteLine("| Phase | Priority | Findings | Effort | Score afterwards |\n| --- | --- | ---: | --- | --- |");
        foreach (var phase in phases)
        {
            output.WriteLine(
                $"| {ScoreText.Title(phase.Term)} | {Words.Of(phase.Findings[0].Priority)} | {phase.Findings.Count} | {ScoreText.Efforts(phase)} | {ScoreText.Number(phase.Expected.Total)}, {ScoreText.Answer(phase.Expected)} |"
            );
        }

        output.WriteLine(
            "\nEffort follows from the kind of change. A gain is what the score rises by when that finding alone is fixed: in all, and in its area; where others hold it down, only the area is named, or nothing. What is fixed may uncover what could not be seen behind it.\n"
        );
        foreach (var phase in phases)
        {
            output.WriteLine($"### {ScoreText.Title(phase.Term)}\n");
            foreach (var planned in phase.Findings.Where(planned => report.Causes.IsLead(planned.Finding)))
            {
                output.WriteLine(Line(planned, report.Causes.Of(planned.Finding)?.Alike ?? []));
            }

            output.WriteLine();
        }

        WriteMeasures(report, output);
    }

    private static void WriteMeasures(Report report, TextWriter output)
    {
        var measures = SuccessMeasure.Of(report.Deployment);
        if (measures.Count == 0)
        {
            return;
        }

        output.WriteLine("### Success measures\n");
        output.WriteLine("The repository names no objectives. These are usual ones to begin with.\n");
        output.WriteLine("| What | To begin with |\n| --- | --- |");
        foreach (var measure in measures)
        {
            output.WriteLine($"| {measure.What} | {measure.Target} |");
        }

        output.WriteLine();
    }

    /// <summary><c>P1, hours, gain +0.5 (containers +3.0)</c>.</summary>
    public static string Weighed(PlannedFinding planned) =>
        $"{Words.Of(planned.Priority)}, effort {Words.Of(planned.Effort)}, gain {ScoreText.Gain(planned)}";

    private static string Line(PlannedFinding planned, IReadOnlyList<Finding> alike)
    {
        var finding = planned.Finding;
        return $"- [ ] {Escape(finding.Rule.Title)}: {Escape(finding.Verdict.About)}{MarkdownFinding.More(alike)} ({Place(finding.Primary.Span)}); {Words.Of(planned.Effort)}, {ScoreText.Gain(planned)}";
    }
}
