using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Grouping;
using Seaworthy.Engine.Reporting.Environments;
using Seaworthy.Rules;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>The report as a document to hand on: summary with scores, plan, checklist, then each finding with places, rationale, remediation and verification. Everything quoted is escaped.</summary>
public static class MarkdownReport
{
    private const string Holds = "✅ PASS";

    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        WriteSummary(report, output);
        MarkdownPlan.Write(report, output);
        WriteChecklist(report, output);
        var leads = report.Findings.Where(report.Causes.IsLead).ToLookup(finding => finding.IsPractice);
        foreach (var area in leads[false].GroupBy(finding => finding.Rule.Area))
        {
            output.WriteLine($"## {Words.Title(area.Key)}\n");
            WriteFindings(area, report, output);
        }

        if (leads[true].Any())
        {
            output.WriteLine("## Practices\n\nSafeguards that are missing. Nothing here contradicts another file.\n");
            WriteFindings(leads[true], report, output);
        }

        MatrixMarkdown.Write(EnvironmentMatrix.Of(report.Deployment), output);
        WriteSuppressed(report, output);
        MarkdownDiagnostics.Write(report.Diagnostics, output);
    }

    private static void WriteFindings(IEnumerable<Finding> findings, Report report, TextWriter output)
    {
        foreach (var same in findings.GroupBy(finding => new { finding.Rule.Id, finding.Outcome }))
        {
            MarkdownFinding.Write([.. same.Select(finding => report.Causes.Of(finding) ?? new RootCause(finding))], report, output);
        }
    }

    /// <summary>What the files leave open is no contradiction, and no proof that there is none.</summary>
    private static string Open(Report report) =>
        report.With(Outcome.Unknown).Count() switch
        {
            0 => "",
            1 => "; they leave 1 question open",
            var count => $"; they leave {count} questions open",
        };

    private static void WriteSummary(Report report, TextWriter output)
    {
        var failed = report.With(Outcome.Fail).ToList();
        output.WriteLine("# Deployment audit\n");
        if (report.Repository is { } repository)
        {
            output.WriteLine($"{Escape(IdentityText.Of(repository))} · Seaworthy {ProductVersion.Text}\n");
        }

        output.WriteLine("## Executive summary\n");
        output.WriteLine($"**{ScoreText.Headline(report.Score)}.** {ScoreText.Basis(report.Score)}\n");
        if (ScoreText.Unjudged(report.Score) is { } unjudged)
        {
            output.WriteLine($"{Escape(unjudged)}\n");
        }

        output.WriteLine(
            failed.Count == 0
                ? $"No contradiction was found between the files of this repository{Open(report)}.\n"
                : $"**{Count(failed.Count, "contradiction")}** would stop or harm a deployment, {failed.Count(finding => finding.Severity == Severity.Critical)} of them critical.\n"
        );
        foreach (var answer in report.Targets)
        {
            output.WriteLine($"- {Prose(TargetText.Of(answer))}");
        }

        if (report.Targets.Count > 0)
        {
            output.WriteLine();
        }

        MarkdownScore.Write(report, output);
        output.WriteLine("| Verdict | Count | To fix |\n| --- | ---: | ---: |");
        output.WriteLine($"| FAIL | {failed.Count} | {report.Causes.Count(Outcome.Fail)} |");
        output.WriteLine($"| WARN | {report.With(Outcome.Warn).Count()} | {report.Causes.Count(Outcome.Warn)} |");
        output.WriteLine($"| UNKNOWN | {report.With(Outcome.Unknown).Count()} | {report.Causes.Count(Outcome.Unknown)} |");
        output.WriteLine($"| PASS | {report.With(Outcome.Pass).Count()} | |");
        output.WriteLine($"| suppressed | {report.Suppressed.Count} | |\n");
        output.WriteLine(
            $"Seaworthy {ProductVersion.Text} read {FilesThatSay(report.Deployment.Artifacts.Count)} something about deployment.\n"
        );
    }

    private static void WriteChecklist(Report report, TextWriter output)
    {
        output.WriteLine("## Checklist\n");
        var asked = report
            .Rules.Where(rule => !rule.IsNotApplicable)
            .OrderBy(rule => (int)rule.Rule.Area)
            .ToLookup(rule => Result(rule) == Holds);
        WriteRules([.. asked[false]], output);
        if (asked[true].Any())
        {
            // What holds is long, and nobody acts on it.
            output.WriteLine($"<details><summary>{Count(asked[true].Count(), "rule")} without a fault</summary>\n");
            WriteRules([.. asked[true]], output);
            output.WriteLine("</details>\n");
        }

        output.WriteLine($"{Count(report.Rules.Count(rule => rule.IsNotApplicable), "more rule")} found nothing to judge.\n");
    }

    private static void WriteRules(IReadOnlyList<RuleSummary> rules, TextWriter output)
    {
        if (rules.Count == 0)
        {
            return;
        }

        output.WriteLine("| Area | Rule | Result | Passed | Failed | Warned | Unknown |\n| --- | --- | --- | ---: | ---: | ---: | ---: |");
        foreach (var rule in rules)
        {
            output.WriteLine(
                $"| {Words.Title(rule.Rule.Area)} | {Escape(rule.Rule.Title)} (`{rule.Rule.Id}`) | {Result(rule)} | {rule.Passed} | {rule.Failed} | {rule.Warned} | {rule.Unknown} |"
            );
        }

        output.WriteLine();
    }

    private static string Result(RuleSummary rule) =>
        rule switch
        {
            { Crashed: true } => "not run",
            { Failed: > 0 } => "❌ FAIL",
            { Warned: > 0 } => "⚠️ WARN",
            { Passed: > 0 } => Holds,
            _ => "❔ UNKNOWN",
        };

    private static void WriteSuppressed(Report report, TextWriter output)
    {
        if (report.Suppressed.Count == 0)
        {
            return;
        }

        output.WriteLine("## Suppressed\n");
        output.WriteLine(
            "| Verdict | Rule | Subject | Place | Accepted by | Reason | Until |\n| --- | --- | --- | --- | --- | --- | --- |"
        );
        foreach (var finding in report.Suppressed)
        {
            var by = finding.Suppression;
            output.WriteLine(
                $"| {Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)} | `{finding.Rule.Id}` | {Escape(finding.Verdict.About)} | {Escape(finding.Primary.Span.ToString())} | {Escape(by?.Place ?? "")} | {Escape(by?.Reason ?? "")} | {SuppressionText.Day(by?.Until)} |"
            );
        }

        output.WriteLine();
    }
}
