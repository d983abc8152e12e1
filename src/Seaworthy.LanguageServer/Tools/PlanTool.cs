using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>What to fix first.</summary>
internal sealed class PlanTool()
    : ContextTool(
        "plan",
        "What to fix in which order, with effort and gain: what blocks first.",
        """ "offset": { "type": "integer", "minimum": 0 } """
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        var plan = report.Plan;
        var blocking = plan.Blockers.Select(blocker => blocker.Finding.Id).ToHashSet(StringComparer.Ordinal);
        var due = plan.Phases.SelectMany(phase => phase.Findings.Select(one => (phase.Term, Planned: one))).ToList();
        return due.Count == 0
            ? new ToolAnswer("Nothing is left to fix.")
            : new BoundedText()
                .Page(
                    due,
                    call.Number("offset"),
                    one =>
                        [
                            Quote.Text(
                                $"{Words.Of(one.Term)}{(blocking.Contains(one.Planned.Finding.Id) ? ", blocks" : "")}, {Words.Of(one.Planned.Effort)}: {Shown.Id(one.Planned.Finding)} {one.Planned.Finding.Rule.Id} {one.Planned.Finding.Primary.Span}"
                            ),
                            $" {Quote.Text(one.Planned.Finding.Verdict.Remediation ?? one.Planned.Finding.Verdict.Message)}",
                        ]
                )
                .Done();
    }
}
