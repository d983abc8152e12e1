using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The report as a person reads it: the score and what blocks the next deployment; then what fits on a screen, or everything; a summary at the end, where the eye is.</summary>
internal sealed class TerminalReport(IAnsiConsole console, Detail detail)
{
    public void Write(Report report)
    {
        var told = report.Findings.Where(detail.Tells).ToList();
        if (detail.About is null)
        {
            new TerminalHead(console).Write(report);
        }

        if (detail.IsBrief)
        {
            new TerminalBrief(console).Write(report);
        }
        else
        {
            new TerminalDetails(console).Write(told, report);
        }

        if (detail is { IsAll: true, About: null })
        {
            new TerminalChecks(console).Write(report);
        }

        TerminalNotes.Write(console, report.Diagnostics, withTrace: detail.IsAll);
        if (report.Diagnostics.Count > 0)
        {
            console.WriteLine();
        }

        WriteSummary(told, report);
    }

    private void WriteSummary(IReadOnlyList<Finding> told, Report report)
    {
        var failed = told.Where(finding => finding.Outcome == Outcome.Fail).ToList();
        var bySeverity = failed
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => (int)group.Key)
            .Select(group => $"{group.Count()} {Words.Of(group.Key)}");
        var gravity = failed.Count > 0 ? $" ({string.Join(", ", bySeverity)})" : "";
        var colour = failed.Count > 0 ? "red" : "green";
        console.MarkupLine(
            $"[bold]{TerminalFinding.Escaped(detail.About ?? ScoreText.Headline(report.Score))}.[/] [{colour} bold]{failed.Count} failed[/]{gravity}, {Warnings(Count(told, Outcome.Warn))}, {Count(told, Outcome.Unknown)} unknown, {Count(told, Outcome.Pass)} passed{(detail.About is null ? Extent(report) : "")}."
        );
        if (detail.IsBrief && report.Score.Judged > 0)
        {
            console.MarkupLine(
                "[grey]In full: --verbose, or --show with an area, a rule or a file; to browse: --output html=report.html; a rule's page: seaworthy explain RULE[/]"
            );
        }
    }

    private static int Count(IEnumerable<Finding> told, Outcome outcome) => told.Count(finding => finding.Outcome == outcome);

    private static string Warnings(int count) => count == 1 ? "1 warning" : $"{count} warnings";

    private static string Extent(Report report) =>
        (report.Suppressed.Count > 0 ? $", {report.Suppressed.Count} suppressed" : "")
        + $"; {report.Rules.Count(rule => rule.IsNotApplicable)} of {report.Rules.Count} rules had nothing to judge in {Files(report.Deployment.Tree).ToString(CultureInfo.InvariantCulture)} files";

    private static int Files(RepositoryTree tree) => tree.Files.Count(file => file.IsReadable);
}
