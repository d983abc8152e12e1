using System.Text;
using System.Text.Json;
using Seaworthy.Engine.Comparing;
using Seaworthy.Model.Source;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// The review of a pull request, ready to be posted: one comment for each finding that the change brings and that blocks, and a summary. Each begins with a mark by which the next run finds it.
/// </summary>
/// <remarks>Source: GitHub REST API, "Create a review comment for a pull request".</remarks>
public static class ReviewReport
{
    public const string Schema = "seaworthy-review/1";

    // A change that brings more is not read line by line; the summary has all.
    private const int MostComments = 50;
    private const int PlacesShown = 5;

    private const string Summary = "<!-- seaworthy:summary -->";

    /// <param name="comparison">Of the base and the head.</param>
    /// <param name="directory">The way from the root of the repository to the compared tree; empty for the root.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Comparison comparison, string directory, Stream output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        using Utf8JsonWriter json = new(output, JsonWriting.Options);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        // What could not be judged is not known to be fixed.
        json.WriteBoolean("complete", !comparison.IsIncomplete);
        json.WriteBoolean("changes", comparison.Changes.Any(change => change.Kind != ChangeKind.Left) || comparison.Loosened.Count > 0);
        json.WriteString("summary", $"{Summary}\n{Whole(comparison)}");
        var blocking = comparison
            .Changes.Where(change =>
                change is { IsHarm: true, Shown.Suppression: null } && comparison.After.ExitGate.IsClosedBy(change.Shown)
            )
            .Select(change => change.Shown)
            .ToList();
        json.WriteStrings("blocking", blocking.Select(finding => finding.Id));
        json.WriteObjects(
            "comments",
            blocking.Take(MostComments),
            (_, finding) => WriteComment(json, finding, directory, comparison.After)
        );
        json.WriteEndObject();
    }

    private static void WriteComment(Utf8JsonWriter json, Finding finding, string directory, Report report)
    {
        json.WriteString("finding", finding.Id);
        json.WriteString("path", directory + finding.Primary.Span.File.Path);
        json.WriteNumber("line", finding.Primary.Span.StartLine);
        json.WriteString("body", Body(finding, report));
    }

    private static string Body(Finding finding, Report report)
    {
        var verdict = finding.Verdict;
        StringBuilder body = new();
        body.Append($"<!-- seaworthy:finding:{finding.Id} -->\n");
        body.Append(
            $"**{Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)}:** {Prose(verdict.Message)}\n\n{Prose(finding.Rule.Rationale)}\n"
        );
        foreach (var location in verdict.Locations.Skip(1).Take(PlacesShown))
        {
            body.Append($"\n- {Line(location.Span, report)}");
        }

        body.Append(verdict.Remediation is { } remedy ? $"\n\nChange: {Prose(remedy)}" : "");
        body.Append(verdict.Verification is { } check ? $"\n\nCheck: {Code(Quote.Text(check))}" : "");
        return body.Append($"\n\n{Code(finding.Rule.Id)}\n").ToString();
    }

    private static string Line(SourceSpan span, Report report) =>
        report.LineAt(span) is { Length: > 0 } line ? $"{Place(span)}: {Code(line)}" : Place(span);

    // Cut anywhere, Markdown may show what it was to fold.
    private static string Whole(Comparison comparison)
    {
        using StringWriter text = new();
        MarkdownComparison.Write(comparison, text);
        return text.GetStringBuilder().Length <= MarkdownComment.Longest
            ? text.ToString()
            : $"# What this change does to the deployment\n\n**{ComparisonText.Headline(comparison)}.**\n\nThe summary of the job has the rest: it is too long for a comment.\n";
    }
}
