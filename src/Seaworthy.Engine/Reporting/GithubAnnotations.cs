using System.Globalization;
using Seaworthy.Engine.Comparing;
using Seaworthy.Model.Source;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// Commands by which a GitHub workflow puts findings beside the lines of a pull request: what blocks as errors, the rest as warnings. GitHub shows ten of each for a step, so the gravest come first.
/// </summary>
/// <remarks>Source: GitHub documentation, "Workflow commands for GitHub Actions", and the escaping of the runner's toolkit.</remarks>
public static class GithubAnnotations
{
    private const int PlacesShown = 5;

    public static void Write(Report report, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        // Findings may be missing: nothing is graver than not to know.
        foreach (var diagnostic in report.Diagnostics.OrderByDescending(diagnostic => diagnostic.IsIncomplete ? 1 : 0))
        {
            Write(diagnostic, output);
        }

        foreach (
            var finding in report
                .Findings.Where(finding => finding.IsFault)
                .OrderByDescending(finding => (int)finding.Outcome)
                .ThenByDescending(finding => (int)finding.Severity)
        )
        {
            Write(finding, report, output);
        }
    }

    /// <summary>What a change brings, and what it would loosen of its own audit.</summary>
    public static void Write(Comparison comparison, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        foreach (var one in comparison.Loosened)
        {
            var file = one.Path is { } path ? $"file={Property(Quote.Text(path))}," : "";
            var line = one.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"line={number},") : "";
            output.WriteLine(
                $"::warning {file}{line}title={Property(ComparisonText.LoosenedTitle)}::{Data(Quote.Text(one.What))}. {ComparisonText.LoosenedEffect}"
            );
        }

        Write(comparison.Harm(), output);
    }

    private static void Write(Diagnostic diagnostic, TextWriter output)
    {
        var file = diagnostic.Path is { } path ? $"file={Property(Quote.Text(path))}," : "";
        var command = diagnostic.IsIncomplete ? "error" : "notice";
        output.WriteLine($"::{command} {file}title={Property(Words.Of(diagnostic.Kind))}::{Data(Quote.Text(diagnostic.Message))}");
    }

    private static void Write(Finding finding, Report report, TextWriter output)
    {
        var title = $"{Words.Of(finding.Severity)} {finding.Rule.Id}: {Quote.Text(finding.Verdict.About)}";
        // The annotation stands at the first place; the page shows few lines of it.
        List<string> lines = [Quote.Text(finding.Verdict.Message)];
        if (finding.Verdict.Remediation is { } remedy)
        {
            lines.Add($"Change: {Quote.Text(remedy)}");
        }

        if (finding.Verdict.Locations.Skip(1).Select(location => Quote.Text(location.Span.ToString())).ToList() is { Count: > 0 } others)
        {
            var more = others.Count > PlacesShown ? $" and {others.Count - PlacesShown} more" : "";
            lines.Add($"See also: {string.Join(", ", others.Take(PlacesShown))}{more}");
        }

        output.WriteLine(
            $"::{(report.IsBlockedBy(finding) ? "error" : "warning")} {Place(finding.Primary.Span)},title={Property(title)}::{Data(string.Join('\n', lines))}"
        );
    }

    private static string Place(SourceSpan span)
    {
        var file = $"file={Property(Quote.Text(span.File.Path))}";
        return span.IsWholeFile
            ? file
            : string.Create(CultureInfo.InvariantCulture, $"{file},line={span.StartLine},endLine={span.EndLine}");
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
