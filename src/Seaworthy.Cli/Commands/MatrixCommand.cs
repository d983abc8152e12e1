using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine.Environments;
using Seaworthy.Engine.Reporting.Environments;
using Seaworthy.Reading;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy matrix</c>: the environments side by side.</summary>
internal static class MatrixCommand
{
    public const string Lesson = """
        Examples:
          seaworthy matrix                      what differs between the environments
          seaworthy matrix ../shop -f markdown  for a document
          seaworthy matrix -f csv > matrix.csv  every cell with its place, for a spreadsheet
        """;

    private static readonly Option<ReportFormat> Format = FormatOption.Create("Output format.", ["terminal", "markdown", "json", "csv"]);

    public static Command Create()
    {
        RepositoryArguments repository = new();
        Command command = new("matrix", "Compare development, staging and production: what has drifted apart.") { Format };
        repository.AddTo(command);
        command.SetAction(parsed => Run(parsed, repository));
        return command;
    }

    private static int Run(ParseResult parsed, RepositoryArguments arguments)
    {
        using var repository = arguments.Open(parsed);
        if (repository is null)
        {
            return ExitCode.Usage;
        }

        var reading = new DeploymentReader().Read(repository.Repository);
        Write(EnvironmentMatrix.Of(reading.Deployment), parsed.GetValue(Format));
        return reading.Diagnostics.Any(diagnostic => diagnostic.IsIncomplete) ? ExitCode.Incomplete : ExitCode.Fit;
    }

    private static void Write(IReadOnlyList<EnvironmentMatrix> matrices, ReportFormat format)
    {
        switch (format)
        {
            case ReportFormat.Json:
                StandardOutput.WriteJson(output => MatrixJson.Write(matrices, output));
                break;
            case ReportFormat.Csv:
                MatrixCsv.Write(matrices, Console.Out);
                break;
            case ReportFormat.Markdown:
                MatrixMarkdown.Write(matrices, Console.Out);
                break;
            default:
                new TerminalMatrix(TerminalConsole.Create()).Write(matrices);
                break;
        }
    }
}
