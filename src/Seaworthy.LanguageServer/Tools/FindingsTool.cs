using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>The findings of the audit, some of them.</summary>
internal sealed class FindingsTool()
    : ContextTool(
        "findings",
        "Lists findings of the audit, the most severe first: rule, places, message, remedy. Filter, or page with offset.",
        """
        "about": { "type": "string", "description": "A rule, an area or a file: ports, ports/host-unresolved, api/Dockerfile." },
        "outcome": { "type": "string", "enum": ["fail", "warn", "unknown"] },
        "severity": { "type": "string", "enum": ["critical", "high", "medium", "low"], "description": "At least this severe." },
        "only": { "type": "string", "enum": ["blocking"] },
        "offset": { "type": "integer", "minimum": 0 }
        """
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        var found = CompactReport.Ordered(report.Findings.Where(finding => IsAsked(finding, call, report))).ToList();
        return found.Count == 0
            ? new ToolAnswer("No finding matches.")
            : new BoundedText().Line($"{found.Count} findings.").Page(found, call.Number("offset"), Shown.Lines).Done();
    }

    private static bool IsAsked(Finding finding, ToolCall call, Report report) =>
        (call.Text("about") is not { } about || new AskedPart(about).Holds(finding))
        && (call.Text("outcome") is not { } outcome || Words.Of(finding.Outcome) == outcome)
        && (call.Text("severity") is not { } severity || finding.Severity >= (Words.SeverityOf(severity) ?? Severity.Low))
        && (call.Text("only") is null || report.ExitGate.IsClosedBy(finding));
}
