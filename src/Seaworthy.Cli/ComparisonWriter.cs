using Seaworthy.Cli.Terminal;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli;

/// <summary>Writes a comparison wherever it is wanted.</summary>
internal sealed class ComparisonWriter(Comparison comparison)
{
    /// <summary>The forms that a comparison has.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["terminal", "concise", "json", "markdown", "github", "review"];

    /// <summary>The way from the current directory to the compared tree, for forms that editors read; empty for that directory itself.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Nothing but what the change brings and what blocks, a line each.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>What the change leaves, too.</summary>
    public bool IsVerbose { get; init; }

    /// <summary>False when a file could not be written: the reason is then on standard error.</summary>
    public bool Write(IEnumerable<ReportOutput> outputs) => ReportOutputs.Write(outputs.Select(output => output.Shortened(IsQuiet)), Write);

    private bool IsListed(FindingChange change) =>
        (change.IsHarm || (IsVerbose && change.Kind == ChangeKind.Left))
        && change.Shown.Suppression is null
        && (!IsQuiet || comparison.After.ExitGate.IsClosedBy(change.Shown));

    private void Write(ReportOutput output, Stream stream)
    {
        if (output.Format == ReportFormat.Json)
        {
            JsonComparison.Write(comparison, stream);
            stream.Write("\n"u8);
            return;
        }

        if (output.Format == ReportFormat.Review)
        {
            ReviewReport.Write(comparison, Directory, stream);
            stream.Write("\n"u8);
            return;
        }

        using StreamWriter text = new(stream);
        switch (output.Format)
        {
            case ReportFormat.Markdown:
                MarkdownComparison.Write(comparison, text);
                break;
            case ReportFormat.Concise:
                ConciseReport.Write(comparison.Changes.Where(IsListed).Select(change => change.Shown), Directory, text);
                break;
            case ReportFormat.Github:
                GithubAnnotations.Write(comparison, text);
                break;
            default:
                new TerminalComparison(TerminalConsole.Create(text, output.IsPlain, isFile: output.File is not null), IsVerbose).Write(
                    comparison
                );
                break;
        }
    }
}
