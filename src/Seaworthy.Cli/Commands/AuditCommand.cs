using System.CommandLine;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy audit</c>: judge a repository and say what was found.</summary>
internal static class AuditCommand
{
    /// <summary>What the options alone do not tell.</summary>
    public const string Lesson = """
        Exit codes:
          0  no FAIL at or above --fail-on
          1  at least one FAIL at or above --fail-on
          2  the command line makes no sense
          3  the audit is incomplete: a file could not be read, or a part of Seaworthy failed (see the diagnostics)

        Verdicts:
          FAIL     two statements of the repository cannot both be true, or a tool refuses a file
          WARN     likely wrong, or a safeguard is missing
          UNKNOWN  the repository alone cannot tell; the message says why (shown with --verbose)
          PASS     looked at, and it holds (shown as counts)

        Examples:
          seaworthy audit                              the current directory, for reading
          seaworthy audit --fail-on critical           in a pipeline that only the worst may stop
          seaworthy audit . --rev v1.4.2               a tag, without checking it out
          seaworthy audit --format markdown -o a.md    a document to hand on
        """;

    private static readonly RepositoryArguments Repository = new();

    private static readonly Option<ReportFormat> Format = new("--format", "-f")
    {
        Description = "How to write the report.",
        HelpName = "terminal|json|markdown",
        DefaultValueFactory = _ => ReportFormat.Terminal,
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the report to this file.",
        HelpName = "file",
    };

    private static readonly Option<Gate> FailOn = new("--fail-on")
    {
        Description = "The severity from which a FAIL makes the exit code 1.",
        HelpName = "critical|high|medium|low|never",
        DefaultValueFactory = _ => Gate.High,
    };

    private static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "Also show UNKNOWN verdicts, every rule, and where something failed.",
    };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "terminal", "json", "markdown");
        FailOn.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, "critical", "high", "medium", "low", "never");
        Command command = new("audit", "Judge a repository and say what was found.") { Format, Output, FailOn, Verbose };
        Repository.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using var repository = Repository.Open(parsed);
        if (repository is null)
        {
            return ExitCode.Usage;
        }

        Report report;
        using (Progress progress = new())
        {
            report = Audit.Run(repository, progress.Begin);
        }

        if (!Write(report, parsed))
        {
            return ExitCode.Usage;
        }

        return report.IsIncomplete ? ExitCode.Incomplete
            : Closes(parsed.GetValue(FailOn), report) ? ExitCode.Findings
            : ExitCode.Fit;
    }

    private static bool Closes(Gate gate, Report report) =>
        gate switch
        {
            Gate.Low => report.FailuresFrom(Severity.Low).Any(),
            Gate.Medium => report.FailuresFrom(Severity.Medium).Any(),
            Gate.High => report.FailuresFrom(Severity.High).Any(),
            Gate.Critical => report.FailuresFrom(Severity.Critical).Any(),
            _ => false,
        };

    private static bool Write(Report report, ParseResult parsed)
    {
        if (parsed.GetValue(Output) is not { } file)
        {
            using var terminal = Console.OpenStandardOutput();
            Write(report, parsed, terminal, Console.IsOutputRedirected);
            return true;
        }

        try
        {
            using var stream = File.Create(file);
            Write(report, parsed, stream, isPlain: true);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"seaworthy: cannot write '{file}': {exception.Message}");
            return false;
        }
    }

    private static void Write(Report report, ParseResult parsed, Stream stream, bool isPlain)
    {
        switch (parsed.GetValue(Format))
        {
            case ReportFormat.Json:
                JsonReport.Write(report, stream);
                stream.Write("\n"u8);
                break;
            case ReportFormat.Markdown:
                using (StreamWriter markdown = new(stream))
                {
                    MarkdownReport.Write(report, markdown);
                }

                break;
            default:
                using (StreamWriter text = new(stream))
                {
                    new TerminalReport(TerminalConsole.Create(text, isPlain), parsed.GetValue(Verbose)).Write(report);
                }

                break;
        }
    }
}
