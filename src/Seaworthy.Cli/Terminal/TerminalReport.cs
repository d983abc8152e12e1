using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Model.Source;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The report as a person reads it: the score and what blocks the next deployment; what is wrong, where, why it matters, what to change, how to check; then what was checked and holds.</summary>
internal sealed class TerminalReport(IAnsiConsole console, bool verbose)
{
    // From so many on, findings alike are listed.
    private const int LinesAlike = 2;

    private readonly TerminalFinding findings = new(console);

    public void Write(Report report)
    {
        new TerminalHead(console).Write(report);
        var shown = report.Findings.Where(IsShown).ToLookup(finding => finding.Rule.Area);
        foreach (var area in shown.OrderBy(area => area.Key))
        {
            console.MarkupLine($"[bold underline]{Words.Title(area.Key)}[/]");
            console.WriteLine();
            foreach (var alike in Alike(area))
            {
                Write(alike, report);
            }
        }

        WritePassed(report);
        if (verbose)
        {
            WriteSuppressed(report);
        }

        WriteDiagnostics(report);
        WriteSummary(report);
    }

    /// <summary>Findings of one rule stand together, those of one outcome in a group.</summary>
    private static IEnumerable<List<Finding>> Alike(IEnumerable<Finding> area) =>
        area.GroupBy(finding => (finding.Rule.Id, finding.Outcome)).Select(same => same.ToList());

    /// <summary>A FAIL is told in full. Of many alike that are less, the first stands for all, and the others have a line each: nobody reads the same advice twenty times.</summary>
    private void Write(List<Finding> alike, Report report)
    {
        if (!verbose && alike[0].Outcome == Outcome.Fail)
        {
            WriteCauses([.. alike.Where(report.Causes.IsLead)], report);
            return;
        }

        var isLong = !verbose && alike.Count > LinesAlike && alike[0].Outcome != Outcome.Fail;
        for (var index = 0; index < (isLong ? 1 : alike.Count); index++)
        {
            findings.Write(alike[index], report, withReason: index == 0);
        }

        if (isLong)
        {
            findings.WriteMore([.. alike.Skip(1)], "more like it");
        }
    }

    /// <summary>What else has the same cause, or comes of it, has a line each.</summary>
    private void WriteCauses(IReadOnlyList<Finding> leads, Report report)
    {
        foreach (var (index, lead) in leads.Index())
        {
            findings.Write(lead, report, withReason: index == 0);
            findings.WriteMore(report.Causes.Of(lead)?.Alike ?? [], "more with the same cause");
            findings.WriteMore(report.Causes.Of(lead)?.Consequences ?? [], "more because of it");
        }
    }

    private bool IsShown(Finding finding) => finding.IsFault || (verbose && finding.Outcome == Outcome.Unknown);

    private void WritePassed(Report report)
    {
        var rules = report.Rules.Where(rule => rule.Passed > 0).ToList();
        if (rules.Count == 0)
        {
            return;
        }

        console.MarkupLine("[bold underline]What holds[/]");
        console.WriteLine();
        if (!verbose)
        {
            // Who wants to know which asks for all.
            foreach (var area in rules.GroupBy(rule => rule.Rule.Area).OrderBy(area => area.Key))
            {
                var count = area.Sum(rule => rule.Passed).ToString(CultureInfo.InvariantCulture).PadLeft(6);
                console.MarkupLine(
                    $"[green]{count}[/]  {Words.Title(area.Key)}  [grey]{area.Count()} {(area.Count() == 1 ? "rule" : "rules")}[/]"
                );
            }

            console.WriteLine();
            return;
        }

        foreach (var rule in rules)
        {
            var count = rule.Passed.ToString(CultureInfo.InvariantCulture).PadLeft(6);
            console.MarkupLine($"[green]{count}[/]  {Escaped(rule.Rule.Id)}  [grey]{Escaped(rule.Rule.Holds)}[/]");
        }

        console.WriteLine();
        WriteNotApplicable(report);
    }

    private void WriteNotApplicable(Report report)
    {
        console.MarkupLine("[bold underline]Nothing to judge[/]");
        console.WriteLine();
        foreach (var rule in report.Rules.Where(rule => rule.IsNotApplicable))
        {
            console.MarkupLine($"     –  {Escaped(rule.Rule.Id)}");
        }

        console.WriteLine();
    }

    private void WriteSuppressed(Report report)
    {
        if (report.Suppressed.Count == 0)
        {
            return;
        }

        console.MarkupLine("[bold underline]Suppressed[/]");
        console.WriteLine();
        foreach (var finding in report.Suppressed)
        {
            findings.WriteLine(finding);
            findings.Indented($"[grey]{Escaped(SuppressionText.Of(finding.Suppression))}[/]");
        }

        console.WriteLine();
    }

    private void WriteDiagnostics(Report report)
    {
        TerminalNotes.Write(console, report.Diagnostics, withTrace: verbose);
        if (report.Diagnostics.Count > 0)
        {
            console.WriteLine();
        }
    }

    private void WriteSummary(Report report)
    {
        var failed = report.With(Outcome.Fail).ToList();
        var bySeverity = failed
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(group => group.Key)
            .Select(group => $"{group.Count()} {Words.Of(group.Key)}");
        var detail = failed.Count > 0 ? $" ({string.Join(", ", bySeverity)})" : "";
        var colour = failed.Count > 0 ? "red" : "green";
        console.MarkupLine(
            $"[bold]{ScoreText.Headline(report.Score)}.[/] [{colour} bold]{failed.Count} failed[/]{detail}, {report.With(Outcome.Warn).Count()} warnings, {report.With(Outcome.Unknown).Count()} unknown, {report.With(Outcome.Pass).Count()} passed{Suppressed(report)}; "
                + $"{report.Rules.Count(rule => rule.IsNotApplicable)} of {report.Rules.Count} rules had nothing to judge in {Files(report.Deployment.Tree)} files."
        );
    }

    private static string Suppressed(Report report) => report.Suppressed.Count > 0 ? $", {report.Suppressed.Count} suppressed" : "";

    private static int Files(RepositoryTree tree) => tree.Files.Count(file => file.IsReadable);

    private static string Escaped(string text) => TerminalFinding.Escaped(text);
}
