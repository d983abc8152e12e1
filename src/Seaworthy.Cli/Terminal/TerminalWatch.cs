using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;
using Spectre.Console;

namespace Seaworthy.Cli.Terminal;

/// <summary>What a saved file did, in a few lines: a line for each finding that came or went, and one for the rest.</summary>
internal sealed class TerminalWatch(IAnsiConsole console)
{
    private const int LinesShown = 12;
    private const int PathsShown = 3;

    public void Begin(Report report)
    {
        console.MarkupLine(
            $"[bold]{ScoreText.Headline(report.Score)}.[/] {report.With(Outcome.Fail).Count()} failed, {report.With(Outcome.Warn).Count()} warnings. Watching; Ctrl+C ends."
        );
    }

    public void Tell(IReadOnlyList<string> paths, Comparison comparison)
    {
        var shown = paths.Take(PathsShown).Select(path => path.Length > 0 ? path : "many files");
        var more = paths.Count > PathsShown ? $" and {paths.Count - PathsShown} more" : "";
        console.MarkupLine($"[blue]{Escaped(string.Join(", ", shown))}{more}[/]");
        var changes = comparison.Changes.Where(change => change.Kind != ChangeKind.Left).ToList();
        foreach (var change in changes.Take(LinesShown))
        {
            Tell(change);
        }

        if (changes.Count > LinesShown)
        {
            console.MarkupLine($"  [grey]and {changes.Count - LinesShown} more: seaworthy diff shows all[/]");
        }

        console.MarkupLine(
            $"  [grey]{Escaped(ComparisonText.Headline(comparison))}{(ComparisonText.Score(comparison) is { } score ? $". {Escaped(score)}" : "")}[/]"
        );
    }

    private void Tell(FindingChange change)
    {
        var finding = change.Shown;
        var colour =
            change.IsHarm ? "red"
            : change.Kind is ChangeKind.Fixed or ChangeKind.Eased ? "green"
            : "grey";
        console.MarkupLine(
            $"  [{colour}]{Words.Of(change.Kind), -8}[/] {Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)}  [blue]{Escaped(finding.Primary.Span.ToString())}[/]  {Escaped(finding.Verdict.Message)}"
        );
    }

    private static string Escaped(string text) => TerminalFinding.Escaped(text);
}
