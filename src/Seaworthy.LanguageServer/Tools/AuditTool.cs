using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>The answer to "can this be deployed?".</summary>
internal sealed class AuditTool()
    : ContextTool(
        "audit",
        "Audits the repository: can it be deployed, what breaks, what blocks. Ask it first, and again after a change.",
        ""
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        BoundedText answer = new();
        foreach (var line in CompactReport.Head(report))
        {
            answer.Line(line);
        }

        var counts = report.Findings.GroupBy(finding => finding.Outcome).ToDictionary(group => group.Key, group => group.Count());
        answer.Line(
            string.Join(
                ", ",
                Enum.GetValues<Outcome>().Select(outcome => $"{counts.GetValueOrDefault(outcome)} {Words.Of(outcome).ToUpperInvariant()}")
            )
        );
        var blocking = report.Blocking.ToList();
        if (blocking.Count > 0)
        {
            answer.Line("Blocking, by id (explain ID has the lines of each):");
        }

        return answer.Page(blocking, 0, Shown.Lines, "ask findings with only: blocking and").Done();
    }
}
