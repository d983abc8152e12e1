using Seaworthy.Engine.Comparing;
using static Seaworthy.Engine.Reporting.MarkdownText;

namespace Seaworthy.Engine.Reporting;

/// <summary>A comparison as the comment of a pull request: what the change breaks in full, what it fixes and eases in a line each.</summary>
public static class MarkdownComparison
{
    public static void Write(Comparison comparison, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        output.WriteLine("# What this change does to the deployment\n");
        output.WriteLine($"**{ComparisonText.Headline(comparison)}.**\n");
        if (ComparisonText.Score(comparison) is { } score)
        {
            output.WriteLine($"{score}.\n");
        }

        WriteLoosened(comparison.Loosened, output);
        foreach (var same in comparison.Changes.Where(change => change.Kind != ChangeKind.Left).GroupBy(change => change.Kind))
        {
            output.WriteLine($"## {ComparisonText.Title(same.Key)}\n");
            foreach (var change in same)
            {
                Write(change, comparison.Shows(change), output);
            }

            output.WriteLine();
        }

        MarkdownDiagnostics.Write([.. comparison.Diagnostics], output);
    }

    private static void WriteLoosened(IReadOnlyList<Loosening> loosened, TextWriter output)
    {
        if (loosened.Count == 0)
        {
            return;
        }

        output.WriteLine($"## {ComparisonText.LoosenedTitle}\n");
        output.WriteLine($"{ComparisonText.LoosenedEffect}\n");
        foreach (var one in loosened)
        {
            output.WriteLine($"- {Escape(one.What)}{(one.Place is { } place ? $" ({Code(Quote.Text(place))})" : "")}");
        }

        output.WriteLine();
    }

    private static void Write(FindingChange change, Report report, TextWriter output)
    {
        if (change.IsHarm)
        {
            MarkdownFinding.Write(change.Shown, report, output);
            return;
        }

        var finding = change.Shown;
        var circumstance = change.Circumstance is { } said ? $" ({said})" : "";
        output.WriteLine(
            $"- {Words.Of(finding.Outcome).ToUpperInvariant()} {Words.Of(finding.Severity)}: {Escape(finding.Rule.Title)}: {Escape(finding.Verdict.About)}, {Place(finding.Primary.Span)}{circumstance}"
        );
    }
}
