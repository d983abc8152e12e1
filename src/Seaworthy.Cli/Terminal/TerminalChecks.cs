using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What was checked and holds, and what is accepted.</summary>
internal sealed class TerminalChecks(IAnsiConsole console, TerminalLinks links)
{
    public void Write(Report report)
    {
        WritePassed(report);
        WriteSuppressed(report);
    }

    private void WritePassed(Report report)
    {
        console.WriteHeading("What holds");
        foreach (var rule in report.Rules.Where(rule => rule.Passed > 0))
        {
            var count = rule.Passed.ToString(CultureInfo.InvariantCulture).PadLeft(6);
            console.MarkupLine(
                $"[green]{count}[/]  {TerminalFinding.Escaped(rule.Rule.Id)}  [grey]{TerminalFinding.Escaped(rule.Rule.Holds)}[/]"
            );
        }

        console.WriteLine();
    }

    private void WriteSuppressed(Report report)
    {
        if (report.Suppressed.Count == 0)
        {
            return;
        }

        console.WriteHeading("Suppressed");
        TerminalFinding findings = new(console, links);
        foreach (var finding in report.Suppressed)
        {
            findings.WriteLine(finding);
            console.WriteWrapped(Quote.Text(SuppressionText.Of(finding.Suppression)), "grey", lead: "  ");
        }

        console.WriteLine();
    }
}
