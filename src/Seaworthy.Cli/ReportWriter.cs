using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Reporting.Html;
using Spectre.Console;

namespace Seaworthy.Cli;

/// <summary>Writes a report wherever it is wanted, in every form.</summary>
/// <param name="report">What to write.</param>
/// <param name="detail">How much of it a terminal tells.</param>
internal sealed class ReportWriter(Report report, Detail detail)
{
    /// <summary>The way from the current directory to the audited tree, for forms that editors read; empty for that directory itself.</summary>
    public string Directory { get; init; } = "";

    /// <summary>The files of the report are those on disk, below <see cref="Directory"/>.</summary>
    public bool IsOnDisk { get; init; }

    /// <summary>Nothing but what blocks, a line each.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>False when a file could not be written: the reason is then on standard error, and the others are written all the same.</summary>
    public bool Write(IEnumerable<ReportOutput> outputs) => ReportOutputs.Write(outputs.Select(output => output.Shortened(IsQuiet)), Write);

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

    private TerminalLinks Links(IAnsiConsole console) =>
        console.Profile.Capabilities is { Ansi: true, Links: true } && !Console.IsOutputRedirected
            ? new TerminalLinks(IsOnDisk ? Directory : null, report.Permalink)
            : TerminalLinks.None;

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
            case ReportFormat.Compact:
                CompactReport.Write(report, report.Findings.Where(IsListed), text);
                break;
            case ReportFormat.Csv:
                CsvReport.Write(report, text);
                break;
            default:
                var console = TerminalConsole.Create(text, output.IsPlain, isFile: output.File is not null);
                new TerminalReport(console, detail, Links(console)).Write(report);
                break;
        }
    }
}
