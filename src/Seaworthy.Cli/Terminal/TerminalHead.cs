using Seaworthy.Engine;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Scoring;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What fits on one screen: the score by areas, what blocks the next deployment, and what mending wins.</summary>
internal sealed class TerminalHead(IAnsiConsole console)
{
    private const int TargetsShown = 6;
    private const int BarLength = 8;
    private const int NameLength = 16;
    private const int CellLength = 37;
    private const decimal Good = 8;
    private const decimal Poor = 5;

    public void Write(Report report)
    {
        var score = report.Score;
        console.MarkupLine($"[bold {Colour(score.Total)}]{ScoreText.Headline(score)}[/]");
        console.MarkupLine($"[grey]{ScoreText.Basis(score)}[/]");
        if (ScoreText.Unjudged(score) is { } unjudged)
        {
            console.MarkupLine(TerminalFinding.Escaped(unjudged));
        }

        if (score.Judged == 0)
        {
            console.WriteLine();
            return;
        }

        foreach (var answer in report.Targets.Take(TargetsShown))
        {
            console.WriteCropped("  ", Quote.Text(TargetText.Of(answer)));
        }

        if (report.Targets.Count > TargetsShown)
        {
            console.MarkupLine($"  [grey]and {report.Targets.Count - TargetsShown} more targets[/]");
        }

        WriteAreas(score);
        WriteBlockers(report.Plan);
        WritePlan(report.Plan);
        console.WriteLine();
    }

    private void WriteAreas(Score score)
    {
        var judged = score.Areas.Where(area => area.Value is not null).ToList();
        var columns = console.Profile.Width >= 2 * CellLength ? 2 : 1;
        var rows = (judged.Count + columns - 1) / columns;
        console.WriteLine();
        for (var row = 0; row < rows; row++)
        {
            var cells = Enumerable.Range(0, columns).Select(column => (column * rows) + row).Where(at => at < judged.Count);
            console.MarkupLine("  " + string.Join("   ", cells.Select(at => Cell(judged[at]))));
        }

        WriteNames("too little asked", score.Areas.Where(area => area is { Value: null, Judged: > 0 }));
        WriteNames("not judged", score.Areas.Where(area => area.Judged == 0));
    }

    private void WriteNames(string label, IEnumerable<AreaScore> areas)
    {
        var names = string.Join(", ", areas.Select(area => Words.Plain(Words.Of(area.Area))));
        console.WriteCropped("  ", names.Length > 0 ? $"{label}: {names}" : "", "grey");
    }

    private static string Cell(AreaScore area)
    {
        var full = (int)(area.Value * BarLength / 10 ?? 0);
        var bar = $"[{Colour(area.Value)}]{new string('█', full)}[/][grey]{new string('░', BarLength - full)}[/]";
        return $"{Words.Title(area.Area), -NameLength} {ScoreText.Number(area.Value), 4} {bar} [grey]{ScoreText.Percent(area.Coverage), 5}[/]";
    }

    private void WriteBlockers(Plan plan)
    {
        console.WriteLine();
        if (plan.Blockers.Count == 0)
        {
            console.MarkupLine("[bold]Nothing that was judged blocks the next deployment.[/]");
            return;
        }

        console.MarkupLine("[bold]What blocks the next deployment[/]");
        var (told, more) = ScoreText.Blockers(plan);
        foreach (var (finding, others) in told)
        {
            var place = Quote.Text(finding.Primary.Span.ToString()) + (others > 0 ? $" and {others} more" : "");
            console.WriteCropped("  ", $"{Words.Of(finding.Severity), -8}  {place}  {Quote.Text(finding.Verdict.Message)}");
        }

        if (more > 0)
        {
            console.MarkupLine($"  [grey]and {more} more {(more == 1 ? "cause" : "causes")}, critical or high[/]");
        }
    }

    private void WritePlan(Plan plan)
    {
        var phases = plan.Phases.Where(phase => phase.Findings.Count > 0).ToList();
        if (phases.Count > 0)
        {
            console.WriteCropped("", "Plan: " + string.Join(" · ", phases.Select(Step)), "grey");
        }
    }

    private static string Step(Phase phase) =>
        $"{Words.Plain(Words.Of(phase.Term))} {phase.Findings.Count}{(phase.Expected.Total is { } total ? $" → {ScoreText.Number(total)}" : "")}";

    private static string Colour(decimal? value) =>
        value switch
        {
            null => "grey",
            >= Good => "green",
            >= Poor => "yellow",
            _ => "red",
        };
}
