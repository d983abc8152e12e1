using Seaworthy.Engine.Grouping;
using Seaworthy.Rules;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>One finding as a section of a document: places, rationale, remediation, verification.</summary>
internal static class MarkdownFinding
{
    private const int AlikeShown = 50;

    /// <summary>What one rule found, of one outcome: why it matters is said once.</summary>
    public static void Write(IReadOnlyList<RootCause> causes, Report report, TextWriter output)
    {
        if (causes is [var only])
        {
            Write(only, "###", report, output);
            return;
        }

        var rule = causes[0].Lead.Rule;
        output.WriteLine($"### {Outcome(causes[0].Lead)}: {Escape(rule.Title)} ({causes.Sum(cause => 1 + cause.Alike.Count)})\n");
        output.WriteLine($"- **Rule:** {RuleOf(causes[0].Lead)}\n- **Rationale:** {Prose(rule.Rationale)}\n");
        foreach (var cause in causes)
        {
            Write(cause, "####", report, output);
        }
    }

    public static void Write(Finding finding, Report report, TextWriter output) => Write(new RootCause(finding), "###", report, output);

    private static string RuleOf(Finding finding) =>
        finding.Rule.Tool is { } tool ? $"{Code(finding.Rule.Id)} (found by {Escape(tool)})" : Code(finding.Rule.Id);

    private static string Weighed(Verdict verdict) =>
        $"{Words.Of(verdict.Severity)}, {Words.Of(verdict.Certainty)}, scope {Words.Of(verdict.Scope.Scope)}";

    private static string Outcome(Finding finding) => Words.Of(finding.Outcome).ToUpperInvariant();

    private static void Write(RootCause cause, string level, Report report, TextWriter output)
    {
        var finding = cause.Lead;
        var verdict = finding.Verdict;
        var isAlone = level == "###";
        var title = isAlone ? $"{Outcome(finding)}: {Escape(finding.Rule.Title)}: " : "";
        output.WriteLine($"{level} {title}{Escape(verdict.About)}{More(cause.Alike)}\n");
        output.WriteLine($"{Prose(verdict.Message)}\n");
        output.WriteLine(isAlone ? $"- **Rule:** {RuleOf(finding)}, severity {Weighed(verdict)}" : $"- **Severity:** {Weighed(verdict)}");
        foreach (var change in WeightText.Of(verdict))
        {
            output.WriteLine($"- **Weight:** {Prose(change)}");
        }

        if (report.Plan.Of(finding) is { } planned)
        {
            output.WriteLine($"- **Priority:** {MarkdownPlan.Weighed(planned)}");
        }

        output.WriteLine("- **Files:**");
        foreach (var location in verdict.Locations)
        {
            var quoted = report.LineAt(location.Span) is { Length: > 0 } line ? ": " + Code(line) : "";
            var note = location.Note is { } said ? $" ({Escape(said)})" : "";
            output.WriteLine($"  - {Place(location.Span)}{quoted}{note}");
        }

        WriteOthers("The same in", cause.Alike, output);
        WriteOthers("Because of it, also", cause.Consequences, output);
        if (isAlone)
        {
            output.WriteLine($"- **Rationale:** {Prose(finding.Rule.Rationale)}");
        }

        if (finding.Remedy is { } remediation)
        {
            output.WriteLine($"- **Remediation:** {Prose(remediation)}");
        }

        if (verdict.Verification is { } verification)
        {
            output.WriteLine($"- **Verification:** {Code(Quote.Text(verification))}");
        }

        output.WriteLine();
    }

    /// <summary>How many others a heading stands for.</summary>
    public static string More(IReadOnlyList<Finding> alike) => alike.Count > 0 ? $" and {alike.Count} more" : "";

    private static void WriteOthers(string title, IReadOnlyList<Finding> others, TextWriter output)
    {
        if (others.Count == 0)
        {
            return;
        }

        output.WriteLine($"- **{title}:**");
        foreach (var other in others.Take(AlikeShown))
        {
            output.WriteLine($"  - {Place(other.Primary.Span)}: {Prose(other.Verdict.Message)}");
        }

        if (others.Count > AlikeShown)
        {
            output.WriteLine($"  - and {others.Count - AlikeShown} more");
        }
    }
}
