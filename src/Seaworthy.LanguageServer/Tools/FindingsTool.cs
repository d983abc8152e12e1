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
        "about": { "type": "string", "description": "A rule, an area, a file or directory, a service or a variable: ports, ports/host-unresolved, api/Dockerfile, DATABASE_URL." },
        "outcome": { "type": "string", "enum": ["fail", "warn", "unknown"] },
        "severity": { "type": "string", "enum": ["critical", "high", "medium", "low"], "description": "At least this severe." },
        "only": { "type": "string", "enum": ["blocking"] },
        "offset": { "type": "integer", "minimum": 0 }
        """
    )
{
    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        if (call.Text("about") is { } about && !IsKnown(about, report))
        {
            return ToolAnswer.Refused(Quote.Text($"'{about}' is no area, rule, file or directory of the report, and no finding names it."));
        }

        var found = CompactReport.Ordered(report.Findings.Where(finding => IsAsked(finding, call, report))).ToList();
        return found.Count == 0
            ? new ToolAnswer("No finding matches.")
            : new BoundedText()
                .Line(found.Count == 1 ? "1 finding." : $"{found.Count} findings.")
                .Page(found, call.Number("offset"), Shown.Lines)
                .Done();
    }

    private static bool IsKnown(string about, Report report)
    {
        AskedPart part = new(about);
        return report.Rules.Any(rule => part.Holds(rule.Rule))
            || report.Deployment.Tree.Files.Any(file => part.Holds(file.Path))
            || report.Findings.Any(finding => Names(finding, about));
    }

    /// <summary>A variable, a service or a host: the subject, or a word of the message.</summary>
    private static bool Names(Finding finding, string about) =>
        finding.Verdict.Subject == about
        || finding.Verdict.About == about
        || finding.Verdict.Message.Split([' ', '`', ',', ':', '.', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries).Contains(about);

    private static bool IsAsked(Finding finding, ToolCall call, Report report) =>
        (call.Text("about") is not { } about || new AskedPart(about).Holds(finding) || Names(finding, about))
        && (call.Text("outcome") is not { } outcome || Words.Of(finding.Outcome) == outcome)
        && (call.Text("severity") is not { } severity || finding.Severity >= (Words.SeverityOf(severity) ?? Severity.Low))
        && (call.Text("only") is null || report.ExitGate.IsClosedBy(finding));
}
