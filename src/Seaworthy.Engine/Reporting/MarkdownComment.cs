using System.Text;
using Seaworthy.Engine.Planning;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>The report as a comment on a pull request or the summary of a job: the answer and what blocks, the rest folded, and never longer than a comment may be.</summary>
/// <remarks>Source: GitHub API, "Body is too long (maximum is 65536 characters)".</remarks>
public static class MarkdownComment
{
    /// <summary>In characters; GitHub takes 65,536, and the job that posts it may add a line.</summary>
    public const int Longest = 60_000;

    /// <summary>Room for what closes the comment.</summary>
    private const int Reserve = 1_000;

    /// <summary>The folded lists never push out what blocks.</summary>
    private const int LongestBlockers = 40_000;

    private const int PlacesShown = 5;

    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        StringBuilder text = new();
        text.Append($"## Seaworthy: {ScoreText.Headline(report.Score)}\n\n");
        if (ScoreText.Unjudged(report.Score) is { } unjudged)
        {
            text.Append($"{Escape(unjudged)}\n\n");
        }

        Append(text, LongestBlockers, report.Targets.Select(answer => $"- {Prose(TargetText.Of(answer))}\n"), "target");
        AppendBlockers(text, report.Plan.Blockers);
        var rest = report
            .Findings.Where(finding => finding.IsFault && report.Causes.IsLead(finding) && !report.IsBlockedBy(finding))
            .OrderByDescending(finding => (int)finding.Severity)
            .ToLookup(finding => finding.IsPractice);
        AppendFolded(text, "Findings that do not block", rest[false]);
        AppendFolded(text, "Missing practices", rest[true]);
        text.Append($"\n{ScoreText.Basis(report.Score)} Seaworthy {ProductVersion.Text}.\n");
        output.Write(text);
    }

    private static void AppendBlockers(StringBuilder text, IReadOnlyList<Blocker> blockers)
    {
        if (blockers.Count > 0)
        {
            text.Append($"\n### What blocks the next deployment ({blockers.Count})\n\n");
            Append(text, LongestBlockers, blockers.Select(Item), "cause");
        }
    }

    private static string Item(Blocker blocker)
    {
        var verdict = blocker.Finding.Verdict;
        var places = verdict
            .Locations.Select(location => location.Span)
            .Concat(blocker.Alike.Select(finding => finding.Primary.Span))
            .ToList();
        var more = places.Count > PlacesShown ? $" and {places.Count - PlacesShown} more" : "";
        var remedy = verdict.Remediation is { } change ? $"  \n  Change: {Prose(change)}" : "";
        var check = verdict.Verification is { } command ? $"  \n  Check: {Code(Quote.Text(command))}" : "";
        return $"- **{Words.Of(verdict.Severity)}** {Prose(verdict.Message)}  \n  {string.Join(", ", places.Take(PlacesShown).Select(Place))}{more}{remedy}{check}\n";
    }

    private static void AppendFolded(StringBuilder text, string title, IEnumerable<Finding> findings)
    {
        var lines = findings
            .Select(finding =>
                $"- {Words.Of(finding.Severity)}: {Prose(finding.Verdict.Message)} ({Place(finding.Primary.Span)}, {Code(finding.Rule.Id)})\n"
            )
            .ToList();
        if (lines.Count > 0)
        {
            text.Append($"\n<details><summary>{title} ({lines.Count})</summary>\n\n");
            Append(text, Longest - Reserve, lines, "finding");
            text.Append("\n</details>\n");
        }
    }

    /// <summary>As many of the lines as fit, and how many did not.</summary>
    private static void Append(StringBuilder text, int longest, IEnumerable<string> lines, string noun)
    {
        var left = 0;
        foreach (var line in lines)
        {
            if (left > 0 || text.Length + line.Length > longest)
            {
                left++;
            }
            else
            {
                text.Append(line);
            }
        }

        if (left > 0)
        {
            text.Append($"- and {Count(left, $"more {noun}")}: the full report has them\n");
        }
    }
}
