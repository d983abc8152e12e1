using System.Globalization;
using Seaworthy.Engine.Planning;
using Seaworthy.Engine.Scoring;
using Seaworthy.Model.Source;
using Seaworthy.Rules;

namespace Seaworthy.Engine.Reporting.Html;

/// <summary>What many parts of the page say in the same way.</summary>
internal static class HtmlText
{
    public static string Count(int count, string noun) => MarkdownText.Count(count, noun);

    /// <summary>A score as a ring with its number.</summary>
    public static Markup Dial(decimal? score) =>
        HtmlMarks.Ring(
            (int)((score ?? 0) * 10),
            score switch
            {
                null => "none",
                < ScoreTable.NotReadyBelow => "poor",
                < ScoreTable.ReadyFrom => "fair",
                _ => "good",
            },
            $"<text x=\"18\" y=\"18\"{(score == 10 ? (Markup)$" class=\"full\"" : null)}>{ScoreText.Number(score)}</text>"
        );

    public static Markup Badge(Outcome outcome) =>
        $"<span class=\"badge {Words.Of(outcome)}\">{Words.Of(outcome).ToUpperInvariant()}</span>";

    public static Markup Badge(Severity severity) => $"<span class=\"badge severity {Words.Of(severity)}\">{Words.Of(severity)}</span>";

    /// <summary>Where something stands.</summary>
    public static Markup Place(SourceSpan span) => $"<code class=\"place\">{span.ToString()}</code>";

    /// <summary>Where something stands: a link to the line at the repository's host, where there is one.</summary>
    public static Markup Place(SourceSpan span, Report report) =>
        report.Permalink(span) is { } address
            ? $"<a class=\"place\" href=\"{new Masked(address)}\" rel=\"noreferrer\"><code>{span.ToString()}</code></a>"
            : Place(span);

    /// <summary>A sentence of a rule, with code between backticks. Masked as a whole: a secret may stand on both sides of one.</summary>
    public static Markup Prose(string text)
    {
        var parts = Quote.Text(text).Split('`');
        Markup prose = $"";
        foreach (var (index, part) in parts.Index())
        {
            // The last of an even number was never closed.
            var isCode = index % 2 == 1 && index < parts.Length - 1;
            prose.AppendFormatted(
                isCode ? (Markup)$"<code>{new Masked(part)}</code>" : $"{new Masked((index % 2 == 1 ? "`" : "") + part)}"
            );
        }

        return prose;
    }

    /// <summary>The address of a finding within the page.</summary>
    public static string Anchor(Finding finding) => "f-" + finding.Id;

    /// <summary>How long a fix takes: <c>minutes</c>, <c>hours</c>, <c>a day</c>.</summary>
    public static string Effort(Effort effort) => effort == Planning.Effort.Day ? "a day" : Words.Of(effort);

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
