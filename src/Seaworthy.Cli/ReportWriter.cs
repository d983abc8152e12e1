using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Reporting.Html;

namespace Seaworthy.Cli;

/// <summary>Writes a report wherever it is wanted, in every form.</summary>
/// <param name="report">What to write.</param>
/// <param name="detail">How much of it a terminal tells.</param>
internal sealed class ReportWriter(Report report, Detail detail)
{
    /// <summary>The way from the current directory to the audited tree, for forms that editors read; empty for that directory itself.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Nothing but what blocks, a line each.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>False when a file could not be written: the reason is then on standard error, and the others are written all the same.</summary>
    public bool Write(IEnumerable<ReportOutput> outputs) => ReportOutputs.Write(outputs.Select(Shortened), Write);

    private ReportOutput Shortened(ReportOutput output) =>
        IsQuiet && output is { Format: ReportFormat.Terminal, File: null } ? output with { Format = ReportFormat.Concise } : output;

    private void Write(ReportOutput output, Stream stream)
    {
        switch (output.Format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report, stream);
                stream.Write("\n"u8);
                break;
            case ReportFormat.Sarif:
                SarifReport.Write(report, stream);
                stream.Write("\n"u8);
                break;
            case ReportFormat.Gitlab:
                GitlabReport.Write(report, stream);
                stream.Write("\n"u8);
                break;
            case ReportFormat.Junit:
                JunitReport.Write(report, stream);
                stream.Write("\n"u8);
                break;
            default:
                WriteText(output, stream);
                break;
        }
    }

    private bool IsListed(Finding finding) => detail.Tells(finding) && (!IsQuiet || report.ExitGate.IsClosedBy(finding));

    private void WriteText(ReportOutput output, Stream stream)
    {
        using StreamWriter text = new(stream);
        switch (output.Format)
        {
            case ReportFormat.Markdown:
                MarkdownReport.Write(report, text);
                break;
            case ReportFormat.Comment:
                MarkdownComment.Write(report, text);
                break;
            case ReportFormat.Html:
                HtmlReport.Write(report, text);
                break;
            case ReportFormat.Github:
                GithubAnnotations.Write(report, text);
                break;
            case ReportFormat.Concise:
                ConciseReport.Write(report.Findings.Where(IsListed), Directory, text);
                break;
            case ReportFormat.Csv:
                CsvReport.Write(report, text);
                break;
            default:
                new TerminalReport(TerminalConsole.Create(text, output.IsPlain, isFile: output.File is not null), detail).Write(report);
                break;
        }
    }
}
