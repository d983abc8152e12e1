using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What a change does, for reading: what it breaks in full, the rest in a line each, and a summary at the end, where the eye is.</summary>
internal sealed class TerminalComparison(IAnsiConsole console, bool verbose)
{
    private readonly TerminalFinding findings = new(console, TerminalLinks.None);

    public void Write(Comparison comparison)
    {
        var shown = comparison.Changes.Where(change => verbose || change.Kind != ChangeKind.Left).GroupBy(change => change.Kind);
        foreach (var same in shown)
        {
            console.WriteHeading(ComparisonText.Title(same.Key));
            string? before = null;
            foreach (var change in same)
            {
                Write(change, comparison, change.Shown.Rule.Id != before);
                before = change.Shown.Rule.Id;
            }

            console.WriteLine();
        }

        WriteLoosened(comparison.Loosened);
        TerminalNotes.Write(console, comparison.Diagnostics, withTrace: false);
        var colour =
            comparison.Changes.Any(change => change.IsHarm) ? "red"
            : comparison.With(ChangeKind.Fixed).Any() ? "green"
            : "default";
        console.MarkupLine(
            $"[bold {colour}]{ComparisonText.Headline(comparison)}.[/]{(ComparisonText.Score(comparison) is { } score ? $" {score}." : "")}"
        );
    }

    private void WriteLoosened(IReadOnlyList<Loosening> loosened)
    {
        if (loosened.Count == 0)
        {
            return;
        }

        console.WriteHeading(ComparisonText.LoosenedTitle);
        foreach (var one in loosened)
        {
            var place = one.Place is { } at ? $"  [blue]{TerminalFinding.Escaped(at)}[/]" : "";
            console.MarkupLine($"  {TerminalFinding.Escaped(one.What)}{place}");
        }

        console.WriteLine();
        console.MarkupLine($"  [grey]{ComparisonText.LoosenedEffect}[/]");
        console.WriteLine();
    }

    private void Write(FindingChange change, Comparison comparison, bool withReason)
    {
        if (change.IsHarm)
        {
            findings.Write(change.Shown, comparison.Shows(change), withReason, change.Circumstance);
            return;
        }

        findings.WriteLine(change.Shown, change.Circumstance);
    }
}
