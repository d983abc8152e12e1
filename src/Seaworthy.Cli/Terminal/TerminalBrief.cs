using Seaworthy.Engine;
using Seaworthy.Engine.Planning;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What somebody acts on: every cause that blocks in full, the other findings in two lines each, and missing practices by name.</summary>
internal sealed class TerminalBrief(IAnsiConsole console, TerminalLinks links)
{
    private const int InFull = Plan.BlockersShown;
    private const int OthersShown = 12;
    private const int UndecidedShown = 3;

    private readonly TerminalFinding findings = new(console, links);

    public void Write(Report report)
    {
        WriteBlockers(report);
        var rest = ByRule(report).ToLookup(same => same[0].IsPractice);
        WriteOthers([.. rest[false]]);
        WriteUndecided(report);
        WritePractices([.. rest[true]]);
    }

    private void WriteBlockers(Report report)
    {
        var blockers = report.Plan.Blockers;
        if (blockers.Count == 0)
        {
            return;
        }

        console.WriteHeading($"What blocks the next deployment ({blockers.Count})");
        foreach (var blocker in blockers.Take(InFull))
        {
            findings.Write(blocker.Finding, report, withReason: false, alike: blocker.Alike);
        }

        foreach (var blocker in blockers.Skip(InFull))
        {
            findings.WriteShort(blocker.Finding, More(blocker.Others));
        }

        if (blockers.Count > InFull)
        {
            console.WriteLine();
        }
    }

    private static string? More(int others) => others > 0 ? $"and {others} more" : null;

    /// <summary>What does not block, of each rule the gravest finding first; within a severity the order of the report stays.</summary>
    private static List<List<Finding>> ByRule(Report report) =>
        [
            .. report
                .Causes.All.Where(cause => cause.Lead.IsFault && !cause.All.Any(report.IsBlockedBy))
                .GroupBy(cause => new { cause.Lead.Rule.Id, cause.Lead.Outcome })
                .Select(same =>
                    same.OrderByDescending(cause => (int)cause.Lead.Severity).SelectMany(cause => cause.Alike.Prepend(cause.Lead)).ToList()
                )
                .OrderByDescending(same => (int)same[0].Severity),
        ];

    private void WriteOthers(List<List<Finding>> byRule)
    {
        if (byRule.Count == 0)
        {
            return;
        }

        console.WriteHeading($"What does not block ({byRule.Sum(same => same.Count)})");
        foreach (var same in byRule.Take(OthersShown))
        {
            findings.WriteShort(same[0], More(same.Count - 1));
        }

        if (byRule.Skip(OthersShown).ToList() is { Count: > 0 } more)
        {
            console.WriteWrapped(
                $"and {more.Sum(same => same.Count)} more of {string.Join(", ", more.Select(same => same[0].Rule.Id))}",
                "grey",
                lead: "  "
            );
        }

        console.WriteLine();
    }

    /// <summary>What the files leave open, of which the gravest would be a blocker if it were so.</summary>
    private void WriteUndecided(Report report)
    {
        var open = report
            .Findings.Where(finding => finding.Outcome == Outcome.Unknown)
            .OrderByDescending(finding => (int)finding.Severity)
            .ToList();
        if (open.Count == 0)
        {
            return;
        }

        console.WriteHeading($"What the files leave open ({open.Count})");
        foreach (var finding in open.Take(UndecidedShown))
        {
            findings.WriteShort(finding);
        }

        if (open.Count > UndecidedShown)
        {
            console.WriteWrapped($"and {open.Count - UndecidedShown} more: --verbose", "grey", lead: "  ");
        }

        console.WriteLine();
    }

    /// <summary>What is merely absent stands behind one line, so that it never hides what contradicts itself.</summary>
    private void WritePractices(List<List<Finding>> byRule)
    {
        if (byRule.Count == 0)
        {
            return;
        }

        console.WriteHeading($"Practices that are missing ({byRule.Sum(same => same.Count)})");
        var rules = byRule.Select(same => same.Count > 1 ? $"{same[0].Rule.Id} ({same.Count})" : same[0].Rule.Id);
        console.WriteWrapped(string.Join(", ", rules), "grey", lead: "  ");
        console.WriteLine();
    }
}
