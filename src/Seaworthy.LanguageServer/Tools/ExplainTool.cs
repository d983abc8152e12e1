using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.LanguageServer.Tools;

/// <summary>One finding with its lines, or what a rule is for.</summary>
internal sealed class ExplainTool()
    : ContextTool(
        "explain",
        "Explains a finding (by the id that audit and findings show: every line of evidence, remedy, check) or a rule (what it finds, why).",
        """ "of": { "type": "string", "description": "Id of a finding, or of a rule." } """,
        "of"
    )
{
    private const int Shortest = 6;

    protected override ToolAnswer Of(ToolCall call, Report report)
    {
        var asked = call.Text("of") ?? "";
        BoundedText answer = new();
        if (AllRules.List.FirstOrDefault(rule => rule.Info.Id == asked)?.Info is { } known)
        {
            answer.Line($"{known.Id}: {known.Title}");
            foreach (var section in RuleProse.Of(known).Where(section => section.FirstParagraph.Length > 0))
            {
                answer.Line($"{section.Heading}: {section.FirstParagraph}");
            }

            return answer.Line($"Off: {known.Id}: off under rules: of seaworthy.yaml.").Done();
        }

        if (asked.Length < Shortest || Find(report, asked) is not { } finding)
        {
            return ToolAnswer.Refused($"There is no finding and no rule '{Quote.Text(asked)}'.");
        }

        answer.Line($"{finding.Id} {Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)} {finding.Rule.Id}");
        foreach (var line in FindingText.All(finding, report))
        {
            answer.Line(line);
        }

        return answer.Done();
    }

    private static Finding? Find(Report report, string id) =>
        report.Findings.Concat(report.Suppressed).FirstOrDefault(finding => finding.Id.StartsWith(id, StringComparison.Ordinal));
}
