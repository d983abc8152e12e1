using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>Findings in full, by area; what blocks stands first.</summary>
internal sealed class TerminalDetails(IAnsiConsole console, TerminalLinks links)
{
    private readonly TerminalFinding findings = new(console, links);

    /// <param name="shown">What to write of the report's findings; what holds is left out.</param>
    /// <param name="report">It knows the lines.</param>
    public void Write(IEnumerable<Finding> shown, Report report)
    {
        HashSet<string> explained = new(StringComparer.Ordinal);
        var isBlocking = shown.Where(finding => finding.Outcome != Outcome.Pass).ToLookup(report.IsBlockedBy);
        WriteAll(
            "What blocks the next deployment",
            isBlocking[true].OrderByDescending(finding => (int)finding.Severity),
            report,
            explained
        );
        foreach (var area in isBlocking[false].GroupBy(finding => finding.Rule.Area))
        {
            WriteAll(Words.Title(area.Key), area, report, explained);
        }
    }

    // Nobody reads the same reason twenty times.
    private void WriteAll(string title, IEnumerable<Finding> some, Report report, HashSet<string> explained)
    {
        foreach (var (index, finding) in some.Index())
        {
            if (index == 0)
            {
                console.WriteHeading(title);
            }

            findings.Write(finding, report, withReason: explained.Add(finding.Rule.Id));
        }
    }
}
