using System.CommandLine;
using Seaworthy.Cli.Parsing;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Reporting;
using Seaworthy.Engine.Tracing;
using Seaworthy.Rules;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy audit</c>: judge a repository and say what was found.</summary>
internal static class AuditCommand
{
    /// <summary>What the options alone do not tell.</summary>
    public const string Lesson = """
        Exit codes:
          0  fit: no finding blocks
          1  at least one finding blocks: a FAIL of --fail-on or graver, of --certainty or surer, in production or where nothing says that it is not
          2  the command line or the configuration makes no sense
          3  the audit is incomplete: a file could not be read, or a part of Seaworthy failed (see the diagnostics)

        Verdicts:
          FAIL     it breaks: a tool refuses a file, two statements cannot both be true, or a setting has no effect
          WARN     it works at a risk, or a safeguard is missing
          UNKNOWN  the repository alone cannot tell; the message says why (told with --verbose and --show)
          PASS     looked at, and it holds (counted; by rule with --verbose)

        Formats:
          terminal  for reading: what fits on a screen, the rest with --verbose or --show
          concise   file:line:column: severity rule message, for editors and grep
          json      everything, for programs
          markdown  a document to hand on, or the summary of a GitHub step
          html      one page to open in a browser: filters, search, the plan, a picture of the wiring; it loads nothing
          sarif     GitHub code scanning, editors (SARIF 2.1.0)
          junit     test reports of CI servers: FAIL fails, WARN passes and prints, UNKNOWN is skipped
          github    annotations of a GitHub workflow, the gravest first
          gitlab    GitLab Code Quality
          csv       spreadsheets

        What is accepted is counted and listed, and closes no gate:
          a comment       # seaworthy: allow files/duplicate-key <reason> [until=2027-01-31]
                          in the line or above it; // and <!-- --> likewise; without a reason it allows nothing
          seaworthy.yaml  gate, rules, areas, paths and suppressions: see docs/configuration.md
                          with --fail-on and a PATH, what it hides still closes that gate, unless --config or --config-from name it
          --baseline      what was there before: see 'seaworthy baseline --help'

        Examples:
          seaworthy audit                                 the current directory, for reading
          seaworthy audit --fail-on critical              in a pipeline that only the worst may stop
          seaworthy audit --show pipelines                all about an area, in full; or a rule, a file, a directory
          seaworthy audit . --rev v1.4.2                  a tag, without checking it out
          seaworthy https://github.com/owner/name         a repository elsewhere; owner/name@v1.4.2 for short
          seaworthy audit --format markdown -o a.md       a document, and nothing on standard output
          seaworthy audit -o html=report.html             what is printed for reading, and a page for the browser
          seaworthy audit -o sarif=a.sarif -o csv=a.csv   files besides what is printed for reading
          seaworthy audit --import trivy.sarif --import gitleaks.sarif
                                                          with what other tools found, each fault once
          seaworthy audit -f github -o markdown=$GITHUB_STEP_SUMMARY
                                                          annotations and the summary of a GitHub step
          seaworthy audit --trace relations 2> trace.txt  where the time of joining goes, for whoever works on Seaworthy
        """;

    private const string Relations = "relations";

    private static readonly AuditArguments Arguments = new(withBaseline: true);

    private static readonly OutputArguments Output = new("report", ReportOutput.Formats);

    private static readonly GateArguments Gate = new(
        "a FAIL",
        "a WARN",
        "For files that the command line names too, as PATH or --show, their own seaworthy.yaml cannot hide one from it."
    );

    private static readonly Option<bool> Verbose = new("--verbose", "-v")
    {
        Description = "In the terminal: every verdict in full, UNKNOWN too, every rule, and where something failed.",
    };

    private static readonly Option<string?> Show = new("--show")
    {
        Description = "In the terminal: every verdict in full that is about an area, a rule, a file or a directory.",
        HelpName = "what",
    };

    private static readonly Option<Severity?> MinSeverity = new("--min-severity")
    {
        Description = "Show findings of this severity or above; the exit code stays.",
        HelpName = "critical|high|medium|low",
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print blocking findings only, one line each." };

    private static readonly Option<string?> Trace = new("--trace")
    {
        Description =
            "On standard error: every relation that was worked out, who asked for it first, how long it took, and how many links it has.",
        HelpName = Relations,
    };

    public static Command Create()
    {
        Command command = new("audit", "Judge a repository and say what was found.") { Verbose, Quiet, Show, MinSeverity, Trace };
        Gate.AddTo(command);
        Trace.AcceptOnly(Relations);
        MinSeverity.AcceptOnly("critical", "high", "medium", "low");
        Show.CompletionSources.Add(_ => RuleWords.All);
        Output.AddTo(command);
        Arguments.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var asked = Gate.Of(parsed);
        if (Arguments.Audit(parsed, asked) is not { } report)
        {
            return ExitCode.Usage;
        }

        var file = Arguments.FileIn(parsed);
        Detail detail = new(parsed.GetValue(Verbose), parsed.GetValue(Show) ?? file);
        if (!detail.IsKnown(report))
        {
            Console.Error.WriteLine(
                detail.About == file
                    ? $"seaworthy: '{file}' is not among the files that are read: git ignores it, or it is no text."
                    : $"seaworthy: --show '{detail.About}' is no area, rule or path{Suggestion.OfRule(detail.About ?? "", RuleWords.All)}"
            );
            return ExitCode.Usage;
        }

        var shown = parsed.GetValue(MinSeverity) is { } least ? report.From(least) : report;
        ReportWriter writer = new(shown, detail) { Directory = Arguments.Way(parsed), IsQuiet = parsed.GetValue(Quiet) };
        // The one sentence is all that there is to read; programs get their form.
        var outputs = Output.Of(parsed).Where(output => output is not { Format: ReportFormat.Terminal, File: null } || !HasNothing(report));
        if (!writer.Write(outputs))
        {
            return ExitCode.Usage;
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
            : report.Blocking.Any() || ClosesHidden(parsed, report, detail) ? ExitCode.Findings
            : ExitCode.Fit;
    }

    // A mistyped directory must not pass for a sound one. Of few rules, that none finds anything to judge says nothing.
    private static bool HasNothing(Report report) =>
        report.Findings.Count + report.Suppressed.Count == 0
        && !report.IsIncomplete
        && (
            report.Deployment.Artifacts.Count == 0
            || report.Rules.Count >= AllRules.List.Count && report.Rules.All(rule => rule.IsNotApplicable)
        );

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
