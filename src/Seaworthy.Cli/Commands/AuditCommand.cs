using System.CommandLine;
using System.CommandLine.Parsing;
using Seaworthy.Cli.Parsing;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Tracing;
using Seaworthy.Model.Source;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy audit</c>: judge a repository and say what was found.</summary>
internal static class AuditCommand
{
    /// <summary>What the options alone do not tell.</summary>
    public const string Lesson = """
        Exit codes:
          0  nothing blocks
          1  a finding blocks: a FAIL at --fail-on or above, at least --certainty, not only for development or tests;
             with a file as PATH, one about that file
          2  the command line or the configuration is wrong
          3  the audit is incomplete, or there is nothing to audit

        Verdicts:
          FAIL     breaks: a tool refuses a file, two statements contradict each other, or a setting has no effect
          WARN     works at a risk, or lacks a safeguard
          UNKNOWN  the repository alone cannot decide; the gravest are listed, all with --verbose
          PASS     checked and sound; counted

        Formats:
          terminal  one screen to read; more with --verbose or --show
          concise   file:line:column: severity rule message, for editors and grep
          compact   rule, places, message and remedy in few words, for language models
          json      everything, for programs
          markdown  a document, or the summary of a GitHub step
          comment   Markdown for a pull request: what blocks, the rest folded, under 60,000 characters
          html      one page for the browser that loads nothing
          sarif     GitHub code scanning and editors (SARIF 2.1.0)
          junit     test reports of CI servers
          github    annotations of a GitHub workflow
          gitlab    GitLab Code Quality
          csv       spreadsheets

        Configuration:
          seaworthy.yaml  in the directory, or above it up to the root of the repository: docs/configuration.md
          a comment       # seaworthy: allow <rule> <reason> [until=2027-01-31], in the line or above it
          --baseline      findings of today: 'seaworthy help baseline'
          Accepted findings are counted and listed.
          With --fail-on and a PATH, seaworthy.yaml cannot hide a FAIL unless --config names it.

        URLs:
          An https or ssh address of a git repository, or owner/name on GitHub, with @REV for a branch, tag or commit.
          It is cloned without history into a temporary directory and deleted.
          Its seaworthy.yaml and comments do not count; --config does.

        Examples:
          seaworthy                                       the current directory
          seaworthy api/Dockerfile                        what is found in one file
          seaworthy owner/name@v1.4.2                     a repository on GitHub
          seaworthy --rev v1.4.2                          a tag, without a checkout
          seaworthy --select ports,secrets -q             some rules, blocking findings only
          seaworthy --show pipelines                      every verdict on an area
          seaworthy -o report.html -o sarif=a.sarif       several reports in one run
          seaworthy --fail-on critical                    block on the worst only
          seaworthy --import trivy.sarif                  with the findings of another tool
          seaworthy --with 'claude -p'                    with what a coding agent claims, checked
          seaworthy -f github -o markdown=$GITHUB_STEP_SUMMARY
        """;

    private const string Relations = "relations";

    private static readonly AuditArguments Arguments = new(withBaseline: true);

    private static readonly OutputArguments Output = new("report", ReportOutput.FormatsOfReport);

    private static readonly GateArguments Gate = new("a FAIL", "a WARN");

    private static readonly Option<bool> Verbose = new("--verbose", "-v") { Description = "Print every verdict in full, and every rule." };

    private static readonly Option<string?> Show = new("--show")
    {
        Description = "Print every verdict on an area, a rule, a file or a directory.",
        HelpName = "area|rule|path",
    };

    private static readonly Option<string?> With = new("--with")
    {
        Description = "Ask this command, such as a coding agent, for claims on stdin, and check them.",
        HelpName = "command",
    };

    private static readonly Option<int> WithLimit = new("--with-limit")
    {
        Description = "Seconds that the command of --with may take. [default: 600]",
        HelpName = "seconds",
        DefaultValueFactory = _ => 600,
    };

    private static readonly ShownArguments Shown = new();

    private static readonly Option<string?> Trace = new("--trace")
    {
        Description = "Log each relation between files, and the time it took, to stderr.",
        HelpName = Relations,
    };

    public static Command Create()
    {
        Command command = new("audit", "Audit a repository: would it work if it were deployed?") { Verbose, Show, Trace, With, WithLimit };
        Gate.AddTo(command);
        Trace.AcceptOnly(Relations);
        Shown.AddTo(command);
        Show.CompletionSources.Add(_ => RuleWords.All);
        Output.AddTo(command);
        Arguments.AddTo(command);
        command.Validators.Add(Validate);
        command.SetAction(Run);
        return command;
    }

    private static void Validate(CommandResult result)
    {
        if (result.GetResult(WithLimit) is { Implicit: false } && result.GetValue(WithLimit) is < 1 or > 86_400)
        {
            result.AddError("--with-limit takes seconds, from 1 to 86400.");
        }
    }

    private static int Run(ParseResult parsed)
    {
        var asked = Gate.Of(parsed);
        var reader = Reader(parsed);
        if (reader is not null && !Arguments.IsOnDisk(parsed))
        {
            Console.Error.WriteLine("seaworthy: --with needs the files on disk: the command reads them.");
            return ExitCode.Usage;
        }

        if (Arguments.Audit(parsed, asked, reader) is not { } report)
        {
            return ExitCode.Usage;
        }

        var file = Arguments.FileIn(parsed);
        Detail detail = new(parsed.GetValue(Verbose), parsed.GetValue(Show) ?? file);
        if (!detail.IsKnown(report))
        {
            Console.Error.WriteLine(
                detail.About == file
                    ? $"seaworthy: '{file}' is not among the files that are read."
                    : $"seaworthy: --show '{detail.About}' is no area, rule or path{Suggestion.OfRule(detail.About ?? "", RuleWords.All)}"
            );
            return ExitCode.Usage;
        }

        var shown = Shown.Least(parsed) is { } least ? report.From(least) : report;
        ReportWriter writer = new(shown, detail)
        {
            Directory = Arguments.Way(parsed),
            IsOnDisk = Arguments.IsOnDisk(parsed),
            IsQuiet = Shown.IsQuiet(parsed),
        };
        // The one sentence is all that there is to read; programs get their form.
        var outputs = Output
            .Of(parsed)
            .Where(output => output is not { Format: ReportFormat.Terminal, File: null } || !HasNothing(report))
            .ToList();
        if (!writer.Write(outputs))
        {
            return ExitCode.Usage;
        }

        if (reader?.Answers is { Count: > 0 } answers && outputs.Any(output => output is { Format: ReportFormat.Terminal, File: null }))
        {
            new TerminalClaims(TerminalConsole.Create()).Write(answers, []);
        }

        if (HasNothing(report))
        {
            Console.Error.WriteLine(
                $"seaworthy: nothing in '{Arguments.Path(parsed)}' says how software is built, configured or deployed."
            );
            return ExitCode.Incomplete;
        }

        // Last: reports ask for relations, too.
        if (parsed.GetValue(Trace) is not null)
        {
            RelationTrace.Write(report.Deployment, Console.Error);
        }

        return report.IsIncomplete ? ExitCode.Incomplete
            : IsClosed(parsed, report, detail) || ClosesHidden(parsed, report, detail) ? ExitCode.Findings
            : ExitCode.Fit;
    }

    // A PATH of a file is what is asked about; --show only chooses what is printed.
    private static bool IsClosed(ParseResult parsed, Report report, Detail detail) =>
        parsed.GetValue(Show) is null && Arguments.FileIn(parsed) is not null ? report.Blocking.Any(detail.Tells) : report.Blocking.Any();

    private static AskedReader? Reader(ParseResult parsed) =>
        parsed.GetValue(With) is { Length: > 0 } command
            ? new AskedReader(command, Arguments.Path(parsed), TimeSpan.FromSeconds(parsed.GetValue(WithLimit)))
            : null;

    // A mistyped directory must not pass for a sound one. Where something is left out, that nothing remains says nothing.
    private static bool HasNothing(Report report) =>
        report.Findings.Count + report.Suppressed.Count == 0
        && !report.IsIncomplete
        && !Leaves(report, DiagnosticKind.FilesPassedOver)
        && (
            report.Deployment.Artifacts.Count == 0
            || !Leaves(report, DiagnosticKind.FindingsLeftOut) && report.Rules.All(rule => rule.IsNotApplicable)
        );

    private static bool Leaves(Report report, DiagnosticKind kind) => report.Diagnostics.Any(diagnostic => diagnostic.Kind == kind);

    // Who names both a gate and the files that it is for is not answered by what these files say of it.
    private static bool ClosesHidden(ParseResult parsed, Report report, Detail detail)
    {
        var hidden = report.Hidden.Where(finding => Arguments.IsNamed(parsed) || detail.Names(finding.Primary.Span.File.Path)).ToList();
        if (hidden is not [var first, ..])
        {
            return false;
        }

        Console.Error.WriteLine(
            Quote.Text(
                $"seaworthy: {report.Settings.Path} hides {hidden.Count} FAIL from --fail-on (first: {first.Rule.Id}, {first.Primary.Span}); with --config {report.Settings.Path} it may."
            )
        );
        return true;
    }
}
