using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>
/// A report for a program that pays for every word, such as a language model: rule, every place, the message with its values, and what to change.
/// The most severe findings first; what passed is left out, what is undecided has no remedy.
/// </summary>
public static class CompactReport
{
    // A fault of many files is known by its first ones; the message has their number.
    private const int MostPlaces = 6;

    /// <param name="report">What to write.</param>
    /// <param name="findings">Those of its findings to write, in its order.</param>
    /// <param name="output">Where to.</param>
    public static void Write(Report report, IEnumerable<Finding> findings, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        foreach (var line in Head(report))
        {
            output.WriteLine(line);
        }

        foreach (var line in Ordered(findings).SelectMany(Lines))
        {
            output.WriteLine(line);
        }
    }

    /// <summary>Score, answer and gate, then each target's answer.</summary>
    public static IEnumerable<string> Head(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        yield return $"{ScoreText.Headline(report.Score)}. {report.Blocking.Count()} of {report.Findings.Count(finding => finding.IsFault)} findings block.";
        foreach (var target in report.Targets)
        {
            yield return Quote.Text(TargetText.Of(target));
        }

        foreach (var diagnostic in report.Diagnostics.Where(diagnostic => diagnostic.IsIncomplete))
        {
            yield return $"INCOMPLETE {Quote.Text(diagnostic.Message)}";
        }
    }

    /// <summary>Faults before doubts, the most severe first.</summary>
    public static IOrderedEnumerable<Finding> Ordered(IEnumerable<Finding> findings) =>
        findings
            .Where(finding => finding.IsFault || finding.Outcome == Outcome.Unknown)
            .OrderBy(finding =>
                finding.Outcome switch
                {
                    Outcome.Fail => 0,
                    Outcome.Warn => 1,
                    _ => 2,
                }
            )
            .ThenByDescending(finding => finding.Severity);

    /// <summary>One finding: a line of names and places, the message, the change.</summary>
    public static IEnumerable<string> Lines(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var places = string.Join(
            ' ',
            finding.Verdict.Locations.Select(location => location.Span.ToString()).Distinct(StringComparer.Ordinal).Take(MostPlaces)
        );
        yield return Quote.Text($"{Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)} {finding.Rule.Id} {places}");
        yield return $" {Quote.Text(finding.Verdict.Message)}";
        if (finding.Remedy is { } remedy)
        {
            yield return $" fix: {Quote.Text(remedy)}";
        }
    }
}
