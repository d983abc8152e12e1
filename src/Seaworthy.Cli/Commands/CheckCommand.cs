using System.CommandLine;
using System.Text;
using Seaworthy.Cli.Terminal;
using Seaworthy.Engine;
using Seaworthy.Engine.Claims;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Commands;

/// <summary><c>seaworthy check</c>: what a reader says of a repository, held against the model.</summary>
internal static class CheckCommand
{
    public const string Lesson = """
        Claims are JSON: {"claims": [{"kind": "path-missing", "text": "the image does not build", "values": ["run.py"],
        "places": [{"path": "Dockerfile", "line": 7, "quote": "CMD [\"python\", \"run.py\"]"}]}]}

        A report in prose works too: each passage that names a file is a claim, as far as its words tell.

        Answers:
          confirmed  a rule finds the same
          refuted    a fact of the repository says otherwise
          open       the model does not know

        Exit codes: 0 nothing that is confirmed blocks, 1 it does, 2 usage, 3 the audit is incomplete.

        Examples:
          seaworthy check claims.json            against the current directory
          seaworthy check claims.json ../shop    against another one
          seaworthy check report.md              a report in prose
          my-reader | seaworthy check - -f json  what another program says
        """;

    private const long LargestClaims = 10_000_000;

    private static readonly AuditArguments Arguments = new(withBaseline: true);

    private static readonly Option<ReportFormat> Format = FormatOption.Create("Output format.", ["terminal", "json"]);

    private static readonly Argument<string> Claims = new("claims")
    {
        Description = "Claims (JSON), a report (Markdown or text), or - for standard input.",
    };

    public static Command Create()
    {
        Command command = new("check", "Check what a reader claims: confirmed, refuted or open.") { Claims, Format };
        Arguments.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(Claims) ?? "-";
        if ((file == "-" ? NamedFiles.ReadInput(LargestClaims) : NamedFiles.Read(file, LargestClaims)) is not { } bytes)
        {
            return ExitCode.Usage;
        }

        var text = Encoding.UTF8.GetString(bytes);
        IReadOnlyList<string> rest = [];
        var fault = "it names no file of a repository";
        var isProse = ProseClaims.IsProse(text);
        var claims = isProse ? ProseClaims.Read(text, out rest) : ClaimFile.Read(bytes, out fault);
        if (claims is null || (isProse && claims.Count + rest.Count == 0))
        {
            Console.Error.WriteLine(Quote.Text($"seaworthy: '{file}' cannot be used: {fault}."));
            return ExitCode.Usage;
        }

        if (
            Arguments.Audit(parsed, (report, repository) => new Checked(report, new ClaimCheck(report, repository).Of(claims)))
            is not { } done
        )
        {
            return ExitCode.Usage;
        }

        if (parsed.GetValue(Format) == ReportFormat.Json)
        {
            StandardOutput.WriteJson(output => ClaimsJson.Write(done.Answers, rest, output));
        }
        else
        {
            new TerminalClaims(TerminalConsole.Create()).Write(done.Answers, rest);
        }

        return done.Report.IsIncomplete ? ExitCode.Incomplete
            : done.Answers.Any(answer =>
                answer is { Verdict: ClaimVerdict.Confirmed, Finding: { } finding } && done.Report.IsBlockedBy(finding)
            )
                ? ExitCode.Findings
            : ExitCode.Fit;
    }

    private sealed record Checked(Report Report, IReadOnlyList<ClaimAnswer> Answers);
}
