using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>One finding as a person reads it: what is wrong, where, why it matters, what to change, how to check.</summary>
internal sealed class TerminalFinding(IAnsiConsole console)
{
    private const int ShortQuotation = 20;

    /// <param name="finding">What to write.</param>
    /// <param name="report">Whose finding it is: it knows the lines.</param>
    /// <param name="withReason">Whether to say why the rule matters.</param>
    /// <param name="circumstance">What else is to be said of it, behind its subject.</param>
    public void Write(Finding finding, Report report, bool withReason, string? circumstance = null)
    {
        var verdict = finding.Verdict;
        console.MarkupLine(Head(finding) + Aside(circumstance));
        Indented(Escaped(verdict.Message));
        var width = verdict.Locations.Max(location => Quote.Text(location.Span.ToString()).Length);
        foreach (var location in verdict.Locations)
        {
            Write(location, report, width);
        }

        foreach (var change in WeightText.Of(verdict))
        {
            Labelled("Weight", change);
        }

        Labelled("Why", withReason ? finding.Rule.Rationale : null);
        Labelled("Change", verdict.Remediation);
        Labelled("Check", verdict.Verification);
        console.WriteLine();
    }

    /// <summary>In a line: which it is, and where.</summary>
    public void WriteLine(Finding finding, string? circumstance = null) =>
        console.MarkupLine($"{Head(finding)}  [blue]{Escaped(finding.Primary.Span.ToString())}[/]{Aside(circumstance)}");

    private static string Head(Finding finding) =>
        $"{Badge(finding.Outcome)} [grey]{Words.Of(finding.Severity)}{Certain(finding)}[/]  {Escaped(finding.Rule.Id)}  [bold]{Escaped(finding.Verdict.Subject)}[/]";

    /// <summary>What else a reader weighs: that the evidence is only likely, and where the subject is used.</summary>
    private static string Certain(Finding finding) =>
        finding.IsFault
            ? (finding.Verdict.Certainty == Certainty.Likely ? ", likely" : "")
                + (finding.Verdict.Scope.Scope == Scope.Any ? "" : $", {Words.Of(finding.Verdict.Scope.Scope)}")
            : "";

    private static string Aside(string? circumstance) => circumstance is null ? "" : $"  [grey]({Escaped(circumstance)})[/]";

    /// <summary>Where it is, and what is wrong, without the lines.</summary>
    public void WriteMessage(Finding finding, string? circumstance = null) =>
        Indented(
            $"{Words.Of(finding.Severity), -8}  [blue]{Escaped(finding.Primary.Span.ToString())}[/]  {Escaped(finding.Verdict.Message)}{Aside(circumstance)}"
        );

    private void Write(Location location, Report report, int width)
    {
        var place = Quote.Text(location.Span.ToString()).PadRight(width);
        var note = location.Note is { } said ? $"  ({Quote.Text(said)})" : "";
        // The line is a quotation: its beginning tells which it is.
        var line = TerminalConsole.Cropped(
            report.LineAt(location.Span),
            Math.Max(ShortQuotation, console.Profile.Width - width - note.Length - 7)
        );
        console.MarkupLine(
            $"    [blue]{Markup.Escape(place)}[/]  {Markup.Escape(line)}{(note.Length > 0 ? $"[grey]{Markup.Escape(note)}[/]" : "")}".TrimEnd()
        );
    }

    private void Labelled(string label, string? text)
    {
        if (text is not null)
        {
            Indented($"[grey]{label}:[/] {Escaped(text)}");
        }
    }

    public void Indented(string markup) => console.Write(new Padder(new Markup(markup), new Padding(2, 0, 0, 0)));

    private static string Badge(Outcome outcome) =>
        outcome switch
        {
            Outcome.Fail => "[white on red] FAIL [/]",
            Outcome.Warn => "[black on yellow] WARN [/]",
            _ => "[white on grey] UNKNOWN [/]",
        };

    public static string Escaped(string text) => Markup.Escape(Quote.Text(text));
}
