using System.Globalization;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>The end of a report: the areas, the answer for each target and for the repository, and how much was found.</summary>
internal sealed class TerminalSummary(IAnsiConsole console)
{
    private const int TargetsShown = 8;

    /// <param name="shown">What the report shows of its findings.</param>
    /// <param name="report">Whose summary it is.</param>
    /// <param name="detail">A report about one area, rule or file gives no answer for the repository.</param>
    public void Write(IReadOnlyList<Finding> shown, Report report, Detail detail)
    {
        if (detail.About is null && report.Score.Judged > 0)
        {
            new TerminalAreas(console).Write(report.Score);
            WriteTargets(report);
        }

        console.WriteWrapped(detail.About ?? ScoreText.Headline(report.Score), $"bold {Colour(report, shown)}");
        if (detail.About is null && ScoreText.Unjudged(report.Score) is { } unjudged)
        {
            console.WriteWrapped(Quote.Text(unjudged));
        }

        console.WriteWrapped(Counts(shown, report));
        if (detail.About is null)
        {
            console.WriteWrapped(Extent(report), "grey");
        }

        if (detail.IsBrief && report.Findings.Any(finding => finding.IsFault))
        {
            console.WriteWrapped("More: --verbose, --show AREA|RULE|PATH, -o html=report.html, seaworthy explain RULE", "grey");
        }
    }

    private void WriteTargets(Report report)
    {
        foreach (var answer in report.Targets.Take(TargetsShown))
        {
            console.WriteWrapped(Quote.Text(TargetText.Of(answer)), lead: "  ");
        }

        if (report.Targets.Count > TargetsShown)
        {
            console.WriteWrapped($"and {report.Targets.Count - TargetsShown} more targets", "grey", lead: "  ");
        }

        if (report.Targets.Count > 0)
        {
            console.WriteLine();
        }
    }

    private static string Colour(Report report, IReadOnlyList<Finding> shown) =>
        shown.Any(report.IsBlockedBy) ? "red"
        : shown.Any(finding => finding.IsFault) ? "default"
        : "green";

    /// <summary><c>11 failed (7 critical, 4 high), 11 of them block; 13 warnings (4 medium, 9 practices); 1 unknown; 273 passed</c>.</summary>
    private static string Counts(IReadOnlyList<Finding> shown, Report report)
    {
        var failed = shown.Where(finding => finding.Outcome == Outcome.Fail).ToList();
        var warned = shown.Where(finding => finding.Outcome == Outcome.Warn).ToList();
        var practices = warned.Count(finding => finding.IsPractice);
        var blocking = shown.Count(report.IsBlockedBy);
        return string.Join(
            "; ",
            $"{failed.Count} failed{Severities(failed)}{(blocking > 0 ? $", {blocking} {(blocking == 1 ? "blocks" : "block")}" : "")}",
            $"{warned.Count} {(warned.Count == 1 ? "warning" : "warnings")}{Severities(warned.Where(finding => !finding.IsPractice), practices)}",
            $"{shown.Count(finding => finding.Outcome == Outcome.Unknown)} unknown",
            $"{shown.Count(finding => finding.Outcome == Outcome.Pass)} passed"
                + (report.Suppressed.Count > 0 ? $"; {report.Suppressed.Count} suppressed" : "")
        );
    }

    private static string Severities(IEnumerable<Finding> findings, int practices = 0)
    {
        var counts = findings
            .GroupBy(finding => finding.Severity)
            .OrderByDescending(same => (int)same.Key)
            .Select(same => $"{same.Count()} {Words.Of(same.Key)}")
            .Concat(practices > 0 ? [$"{practices} {(practices == 1 ? "practice" : "practices")}"] : []);
        return string.Join(", ", counts) is { Length: > 0 } text ? $" ({text})" : "";
    }

    /// <summary><c>131 of 305 rules apply to 33 files.</c> And how much of what they ask the files decide.</summary>
    private static string Extent(Report report)
    {
        var applied = report.Rules.Count(rule => !rule.IsNotApplicable);
        var files = report.Deployment.Tree.Files.Count(file => file.IsReadable).ToString(CultureInfo.InvariantCulture);
        return $"{applied} of {report.Rules.Count} rules apply to {files} files. {ScoreText.Basis(report.Score)}";
    }
}
