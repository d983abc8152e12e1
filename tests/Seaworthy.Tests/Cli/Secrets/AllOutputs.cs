using System.Text;
using Seaworthy.Cli;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Comparing;
using Seaworthy.Engine.Configuring;
using Seaworthy.Engine.Costing;
using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Reporting.Costing;
using Seaworthy.Engine.Reporting.Environments;
using Seaworthy.Engine.Tracing;
using Seaworthy.Engine.Wiring;
using Seaworthy.Model;
using Seaworthy.Reading.Discovery;

namespace Seaworthy.Tests.Cli.Secrets;

/// <summary>Everything that the program says of a repository, by what it is: each command in each form.</summary>
internal sealed class AllOutputs : IDisposable
{
    private readonly Dictionary<string, string> outputs = new(StringComparer.Ordinal);
    private readonly string directory = Directory.CreateTempSubdirectory("seaworthy").FullName;

    public AllOutputs(IReadOnlyList<MemoryFile> files, IEnumerable<string> variables)
    {
        var report = Audited(files);
        AddReports(report);
        AddModel(report.Deployment, variables);
        AddTables(report.Deployment);
        AddComparisons(Audited([.. files.Where((_, index) => index % 2 == 0)]), report);
    }

    public IReadOnlyDictionary<string, string> Texts => outputs;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    private static Report Audited(IReadOnlyList<MemoryFile> files)
    {
        using MemoryRepository repository = new(files);
        var settings = SettingsReading.In(repository, repository.List().Tree);
        return Audit.Run(repository, new AuditOptions { Settings = settings });
    }

    private void AddReports(Report report)
    {
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            AddFile($"audit {format}", file => new ReportWriter(report, new Detail(false, null)).Write([new ReportOutput(format, file)]));
        }

        foreach (var about in new[] { "pipelines", "secrets", "compose.yaml", "api/Dockerfile" })
        {
            AddFile(
                $"audit --show {about}",
                file => new ReportWriter(report, new Detail(false, about)).Write([new ReportOutput(ReportFormat.Terminal, file)])
            );
        }

        AddFile(
            "audit --verbose",
            file => new ReportWriter(report, new Detail(true, null)).Write([new ReportOutput(ReportFormat.Terminal, file)])
        );
    }

    private void AddModel(Deployment deployment, IEnumerable<string> variables)
    {
        outputs["model"] = OfStream(stream => ModelJson.Write(deployment, stream));
        outputs["model --mermaid"] = OfText(text => MermaidGraph.Write(WiringGraph.Of(deployment), text));
        outputs["model --dot"] = OfText(text => DotGraph.Write(WiringGraph.Of(deployment), text));
        foreach (var name in variables)
        {
            outputs[$"model env {name}"] = OfText(text => TraceText.Write(deployment, VariableTrace.Of(deployment, name), text));
        }

        foreach (var name in ServiceTrace.Names(deployment))
        {
            outputs[$"model service {name}"] = OfText(text => TraceText.Write(deployment, ServiceTrace.Of(deployment, name), text));
        }

        foreach (var port in new[] { 80, 3000, 8080 })
        {
            outputs[$"model port {port}"] = OfText(text => TraceText.Write(deployment, PortTrace.Of(deployment, port), text));
        }
    }

    private void AddTables(Deployment deployment)
    {
        var matrices = EnvironmentMatrix.Of(deployment);
        outputs["matrix"] = OfText(text => new TerminalMatrix(TerminalConsole.Create(text, isPlain: true)).Write(matrices));
        outputs["matrix csv"] = OfText(text => MatrixCsv.Write(matrices, text));
        outputs["matrix markdown"] = OfText(text => MatrixMarkdown.Write(matrices, text));
        outputs["matrix json"] = OfStream(stream => MatrixJson.Write(matrices, stream));
        var estimate = CostEstimate.Of(deployment, null, CostSize.All);
        outputs["cost"] = OfText(text => new TerminalCost(TerminalConsole.Create(text, isPlain: true)).Write(estimate));
        outputs["cost markdown"] = OfText(text => CostMarkdown.Write(estimate, text));
        outputs["cost json"] = OfStream(stream => CostJson.Write(estimate, stream));
    }

    private void AddComparisons(Report before, Report after)
    {
        var comparison = Comparison.Of(before, after);
        foreach (
            var format in new[]
            {
                ReportFormat.Terminal,
                ReportFormat.Concise,
                ReportFormat.Json,
                ReportFormat.Markdown,
                ReportFormat.Github,
            }
        )
        {
            AddFile(
                $"diff {format}",
                file => new ComparisonWriter(comparison) { IsVerbose = true }.Write([new ReportOutput(format, file)])
            );
        }
    }

    private void AddFile(string name, Action<string> write)
    {
        var file = Path.Combine(directory, "output");
        write(file);
        outputs[name] = File.ReadAllText(file);
    }

    private static string OfText(Action<TextWriter> write)
    {
        using StringWriter text = new();
        write(text);
        return text.ToString();
    }

    private static string OfStream(Action<Stream> write)
    {
        using MemoryStream stream = new();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
