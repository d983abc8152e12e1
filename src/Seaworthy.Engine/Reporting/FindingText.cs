using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting;

/// <summary>A finding in plain lines, for reports that have one box of text for all of it. Each line is masked and harmless; what separates them is for the format to escape.</summary>
public static class FindingText
{
    /// <summary>What is wrong, every place with its line, why it matters, what to change, how to check.</summary>
    public static IEnumerable<string> All(Finding finding, Report report) =>
        [Quote.Text(finding.Verdict.Message), .. finding.Verdict.Locations.Select(location => Place(location, report)), .. Remedy(finding)];

    /// <summary>Why it matters, what to change, how to check.</summary>
    public static IEnumerable<string> Remedy(Finding finding)
    {
        // Of what is not decided nobody knows that it harms.
        if (finding.Outcome != Outcome.Unknown)
        {
            yield return $"Why: {Quote.Text(finding.Rule.Rationale)}";
        }

        foreach (var change in WeightText.Of(finding.Verdict))
        {
            yield return $"Weight: {Quote.Text(change)}";
        }

        if (finding.Remedy is { } remediation)
        {
            yield return $"Change: {Quote.Text(remediation)}";
        }

        if (finding.Verdict.Verification is { } verification)
        {
            yield return $"Check: {Quote.Text(verification)}";
        }
    }

    /// <summary><c>path:line  the line (note)</c>.</summary>
    public static string Place(Location location, Report report)
    {
        var note = location.Note is { } said ? $"  ({Quote.Text(said)})" : "";
        return $"  {Quote.Text(location.Span.ToString())}  {report.LineAt(location.Span)}{note}".TrimEnd();
    }
}
