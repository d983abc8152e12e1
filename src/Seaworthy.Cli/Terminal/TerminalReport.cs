using Seaworthy.Engine;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The report as a person reads it: what blocks first and in full, then the rest; the answer and the counts at the end, where the eye is.</summary>
internal sealed class TerminalReport(IAnsiConsole console, Detail detail, TerminalLinks links)
{
    public void Write(Report report)
    {
        var shown = report.Findings.Where(detail.Tells).ToList();
        if (detail.IsBrief)
        {
            new TerminalBrief(console, links).Write(report);
        }
        else
        {
            new TerminalDetails(console, links).Write(shown, report);
        }

        if (detail is { IsAll: true, About: null })
        {
            new TerminalChecks(console, links).Write(report);
        }

        TerminalNotes.Write(console, report.Diagnostics, withTrace: detail.IsAll);
        if (report.Diagnostics.Count > 0)
        {
            console.WriteLine();
        }

        new TerminalSummary(console).Write(shown, report, detail);
    }
}
