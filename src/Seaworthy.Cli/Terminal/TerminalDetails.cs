using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>Findings in full, by area: what is wrong, where, why it matters, what to change, how to check.</summary>
internal sealed class TerminalDetails(IAnsiConsole console)
{
    private readonly TerminalFinding findings = new(console);

    /// <param name="told">What to tell of the report's findings; what holds is not told.</param>
    /// <param name="report">It knows the lines.</param>
    public void Write(IEnumerable<Finding> told, Report report)
    {
        foreach (var area in told.Where(finding => finding.Outcome != Outcome.Pass).GroupBy(finding => finding.Rule.Area))
        {
            console.WriteHeading(Words.Title(area.Key));
            foreach (var same in area.GroupBy(finding => new { finding.Rule.Id, finding.Outcome }))
            {
                foreach (var (index, finding) in same.Index())
                {
                    // Nobody reads the same reason twenty times.
                    findings.Write(finding, report, withReason: index == 0);
                }
            }
        }
    }
}
