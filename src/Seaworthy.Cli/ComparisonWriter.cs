using Seaworthy.Cli.Terminal;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli;

/// <summary>Writes a comparison wherever it is wanted.</summary>
internal sealed class ComparisonWriter(Comparison comparison, bool verbose)
{
    /// <summary>The forms that a comparison has.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["terminal", "json", "markdown", "github"];

    /// <summary>False when a file could not be written: the reason is then on standard error.</summary>
    public bool Write(IEnumerable<ReportOutput> outputs) => ReportOutputs.Write(outputs, Write);

    private void Write(ReportOutput output, Stream stream)
    {
        if (output.Format == ReportFormat.Json)
        {
            JsonComparison.Write(comparison, stream);
            stream.Write("\n"u8);
            return;
        }

        using StreamWriter text = new(stream);
        switch (output.Format)
        {
            case ReportFormat.Markdown:
                MarkdownComparison.Write(comparison, text);
                break;
            case ReportFormat.Github:
                GithubAnnotations.Write(comparison, text);
                break;
            default:
                new TerminalComparison(TerminalConsole.Create(text, output.IsPlain, isFile: output.File is not null), verbose).Write(
                    comparison
                );
                break;
        }
    }
}
