using Seaworthy.Engine;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What fits on a screen: of each rule the gravest finding; the first of those that fail in full, the others in a line.</summary>
internal sealed class TerminalBrief(IAnsiConsole console)
{
    private const int FailsInFull = 3;
    private const int FailsInLine = 10;
    private const int WarningsShown = 10;

    private readonly TerminalFinding findings = new(console);

    public void Write(Report report)
    {
        WriteFails(ByRule(report, Outcome.Fail), report);
        var warned = ByRule(report, Outcome.Warn).ToLookup(same => same[0].Lead.IsPractice);
        WriteWarnings([.. warned[false]]);
        WritePractices([.. warned[true]]);
    }

    /// <summary>The gravest first; within a severity the order of the report stays.</summary>
    private static List<List<RootCause>> ByRule(Report report, Outcome outcome) =>
        [
            .. report
                .Causes.All.Where(cause => cause.Lead.Outcome == outcome)
                .GroupBy(cause => cause.Lead.Rule.Id)
                .Select(same => same.OrderByDescending(cause => (int)cause.Lead.Severity).ToList())
                .OrderByDescending(same => (int)same[0].Lead.Severity),
        ];

    private void WriteFails(List<List<RootCause>> byRule, Report report)
    {
        if (byRule.Count == 0)
        {
            return;
        }

        console.WriteHeading("What fails");
        foreach (var same in byRule.Take(FailsInFull))
        {
            findings.Write(same[0].Lead, report, withReason: true, Others(same));
        }

        foreach (var same in byRule.Skip(FailsInFull).Take(FailsInLine))
        {
            findings.WriteMessage(same[0].Lead, Others(same));
        }

        WriteRest(byRule.Count - FailsInFull - FailsInLine);
        if (byRule.Count > FailsInFull)
        {
            console.WriteLine();
        }
    }

    private void WriteWarnings(List<List<RootCause>> byRule)
    {
        if (byRule.Count == 0)
        {
            return;
        }

        console.WriteHeading("Warnings");
        foreach (var same in byRule.Take(WarningsShown))
        {
            var lead = same[0].Lead;
            var others = Others(same) is { } more ? $"  ({more})" : "";
            console.WriteCropped(
                "  ",
                $"{Words.Of(lead.Severity), -8}  {lead.Rule.Id}{others}  {Quote.Text(lead.Primary.Span.ToString())}  {Quote.Text(lead.Verdict.Message)}"
            );
        }

        WriteRest(byRule.Count - WarningsShown);
        console.WriteLine();
    }

    /// <summary>What is merely absent stands behind one line, so that it never hides what contradicts itself.</summary>
    private void WritePractices(List<List<RootCause>> byRule)
    {
        if (byRule.Count == 0)
        {
            return;
        }

        console.WriteHeading($"Practices that are missing: {byRule.Sum(Findings)} (--verbose shows each)");
        var rules = byRule.Select(same => Findings(same) is > 1 and var many ? $"{same[0].Lead.Rule.Id} ({many})" : same[0].Lead.Rule.Id);
        console.Write(new Padder(new Text(string.Join(", ", rules)), new Padding(2, 0, 0, 0)));
        console.WriteLine();
    }

    private static int Findings(List<RootCause> same) => same.Sum(cause => 1 + cause.Alike.Count);

    private static string? Others(List<RootCause> same)
    {
        var alike = Findings(same) - 1;
        var consequences = same.Sum(cause => cause.Consequences.Count);
        return (alike, consequences) switch
        {
            (0, 0) => null,
            (_, 0) => $"and {alike} more",
            (0, _) => $"and {consequences} because of it",
            _ => $"and {alike} more, {consequences} because of them",
        };
    }

    private void WriteRest(int rules)
    {
        if (rules > 0)
        {
            console.MarkupLine($"  [grey]and {rules} more {(rules == 1 ? "rule" : "rules")}[/]");
        }
    }
}
