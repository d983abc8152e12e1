using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>One finding as a person reads it: what is wrong, where, why it matters, what to change, how to check, and last by which rule.</summary>
internal sealed class TerminalFinding(IAnsiConsole console, TerminalLinks links)
{
    private const int ShortQuotation = 20;
    private const int AlikeShown = 5;
    private const string Indent = "  ";

    /// <param name="finding">What to write.</param>
    /// <param name="report">Whose finding it is: it knows the lines.</param>
    /// <param name="withReason">Whether to say why the rule matters.</param>
    /// <param name="circumstance">What else is to be said of it.</param>
    /// <param name="alike">Further findings of the same cause: their places are named.</param>
    public void Write(Finding finding, Report report, bool withReason, string? circumstance = null, IReadOnlyList<Finding>? alike = null)
    {
        var verdict = finding.Verdict;
        WriteMessage(finding);
        var width = verdict.Locations.Max(location => Quote.Text(location.Span.ToString()).Length);
        foreach (var location in verdict.Locations)
        {
            Write(location, report, width);
        }

        Labelled("Also", Places(alike ?? []));
        foreach (var change in WeightText.Of(verdict))
        {
            Labelled("Weight", change);
        }

        // Of what is not decided nobody knows that it harms.
        Labelled("Why", withReason && finding.Outcome != Outcome.Unknown ? finding.Rule.Rationale : null);
        Labelled("Change", finding.Remedy);
        Labelled("Check", verdict.Verification);
        console.WriteWrapped(Origin(finding, circumstance), "grey", lead: Indent);
        console.WriteLine();
    }

    /// <summary>In two lines: what is wrong; where, and by which rule.</summary>
    public void WriteShort(Finding finding, string? circumstance = null)
    {
        WriteMessage(finding);
        console.MarkupLine($"{Indent}{links.Place(finding.Primary.Span)}  [grey]{Markup.Escape(Origin(finding, circumstance))}[/]");
    }

    /// <summary>In a line: which it is, and where.</summary>
    public void WriteLine(Finding finding, string? circumstance = null) =>
        console.MarkupLine(
            $"{Label(finding)}  [bold]{Escaped(finding.Verdict.About)}[/]  {links.Place(finding.Primary.Span)}  [grey]{Markup.Escape(Origin(finding, circumstance))}[/]"
        );

    public static string Escaped(string text) => Markup.Escape(Quote.Text(text));

    private void WriteMessage(Finding finding) =>
        console.WriteWrapped(Quote.Text(finding.Verdict.Message), "bold", Name(finding) + "  ", Colour(finding));

    /// <summary>The rule, and what else a reader weighs: that the evidence is only likely, and where the subject is used.</summary>
    private static string Origin(Finding finding, string? circumstance)
    {
        var likely = finding is { IsFault: true, Verdict.Certainty: Certainty.Likely } ? ", likely" : "";
        var scope = finding.IsFault && finding.Verdict.Scope.Scope != Scope.Any ? $", {Words.Of(finding.Verdict.Scope.Scope)}" : "";
        var aside = circumstance is null ? "" : $"  ({Quote.Text(circumstance)})";
        return Quote.Text(finding.Rule.Id) + likely + scope + aside;
    }

    private static string? Places(IReadOnlyList<Finding> alike) =>
        alike.Count == 0
            ? null
            : string.Join(", ", alike.Take(AlikeShown).Select(finding => finding.Primary.Span.ToString()))
                + (alike.Count > AlikeShown ? $" and {alike.Count - AlikeShown} more" : "");

    private void Write(Location location, Report report, int width)
    {
        var note = location.Note is { } said ? $"  ({Quote.Text(said)})" : "";
        // The line is a quotation: its beginning shows which it is.
        var line = TerminalConsole.Cropped(
            report.LineAt(location.Span),
            Math.Max(ShortQuotation, console.Profile.Width - width - note.Length - 5)
        );
        console.MarkupLine(
            $"{Indent}{links.Place(location.Span, width)}  {Markup.Escape(line)}{(note.Length > 0 ? $"[grey]{Markup.Escape(note)}[/]" : "")}".TrimEnd()
        );
    }

    private void Labelled(string label, string? text)
    {
        if (text is not null)
        {
            console.WriteWrapped(Quote.Text(text), lead: $"{Indent}{label}: ", leadStyle: "grey");
        }
    }

    private static string Label(Finding finding) => $"[{Colour(finding)}]{Name(finding)}[/]";

    /// <summary>The severity of a fault; a verdict that is none says so.</summary>
    private static string Name(Finding finding) => finding.Outcome == Outcome.Unknown ? "unknown" : Words.Of(finding.Severity);

    private static string Colour(Finding finding) =>
        finding switch
        {
            { Outcome: Outcome.Unknown } => "grey",
            { Severity: Severity.Critical or Severity.High } => "bold red",
            { Severity: Severity.Medium } => "bold olive",
            _ => "bold",
        };
}
