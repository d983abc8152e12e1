using System.CommandLine;
using Seaworthy.Cli.Commands;
using Seaworthy.Cli.Terminal;
using Seaworthy.Deploying.Planning;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Verifying;
using Seaworthy.Deploying.Verifying.Databases;
using Seaworthy.Deploying.Verifying.Reports;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy verify</c>: what runs, held against what is declared.</summary>
internal static class VerifyCommand
{
    public const string Lesson = """
        Compared are images, definitions, variables (values are never shown), mounts, networks, published ports, limits, rights,
        restart policies, health, restarts, memory that ran out, replicas, ports that are listened on, whom the proxy reaches, and how
        long its certificates last.
        Databases are asked for the newest migration, for indexes that SQL migrations create, and for locks and transactions that last.
        --url asks an address for its name, certificate, redirect, security headers that nginx of the project adds, and code.
        Nothing is changed.

        Exit codes:
          0  everything runs as it is declared
          1  something does not
          2  the command line is wrong
          3  something could not be asked

        Examples:
          seaworthy verify
          seaworthy verify --url https://shop.example
          seaworthy verify -o verify.sarif
          seaworthy verify --url http://127.0.0.1:8080/ --load --slo-p95 300ms
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly SecretsArguments Secrets = new();

    private static readonly AddressArguments Addresses = new();

    private static readonly OutputArguments Output = new("report", ReportOutput.FormatsOfReport);

    private static readonly Option<string> Transactions = new("--transaction-limit")
    {
        Description = "How long a transaction of a database may be open.",
        HelpName = "time",
        DefaultValueFactory = _ => "5m",
    };

    public static Command Create()
    {
        Command command = new("verify", "Compare what runs with what is declared.");
        Arguments.AddTo(command, noCluster: "'kubectl diff --server-side' compares what runs with manifests");
        Secrets.AddTo(command);
        Addresses.AddTo(command);
        command.Options.Add(Transactions);
        Output.AddTo(command);
        Transactions.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && ShortTime.Parse(text) is not { TotalSeconds: >= 1 })
            {
                result.AddError("--transaction-limit takes a time such as 30s, 5m or 1h.");
            }
        });
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Arguments.Target(parsed, Secrets) is not { } target)
        {
            return ExitCode.Usage;
        }

        var outputs = Output.Of(parsed);
        var hasLines = outputs.Any(output => output is { Format: ReportFormat.Terminal, File: null });
        List<VerifiedHost> hosts = [];
        var round = Arguments.Looks(parsed, hasLines);
        var code = round.Run(host => Run(parsed, Arguments.Session(parsed, host, target), target, hosts, hasLines));
        // An address is asked from here, once for all hosts.
        var addresses = Addresses.Verify(parsed, target);
        if (hasLines)
        {
            Write(addresses);
        }

        hosts.Add(new VerifiedHost(null, addresses));
        var others = outputs.Where(output => output is not { Format: ReportFormat.Terminal, File: null }).ToList();
        ReportWriter writer = new(VerificationReport.Of(target.Deployment, target.Stack, hosts), new Detail(false, null))
        {
            IsOnDisk = true,
        };
        return others.Count > 0 && !writer.Write(others) ? ExitCode.Usage : Worst(code, Code(addresses));
    }

    private static int Run(ParseResult parsed, DeploySession session, DeployTarget target, List<VerifiedHost> hosts, bool hasLines)
    {
        if (!DeployArguments.IsReachable(session))
        {
            hosts.Add(
                new VerifiedHost(Name(session), Verification.Failed(DriftKind.Replicas, target.Stack.Name, "Docker cannot be reached"))
            );
            return ExitCode.Incomplete;
        }

        target.NoteReads(session);
        var verification = Verify(parsed, session, target);
        hosts.Add(new VerifiedHost(Name(session), verification));
        if (hasLines)
        {
            Write(verification);
            if (Code(verification) == ExitCode.Fit)
            {
                Console.Out.WriteLine($"{session.Project} runs as it is declared.");
            }
        }

        return Code(verification);
    }

    private static Verification Verify(ParseResult parsed, DeploySession session, DeployTarget target)
    {
        var project = target.Rendered.Project;
        var input = session.Prepare(project, new DeployRequest { IsDryRun = true, TakesRunningImages = true }).Input;
        var limit = ShortTime.Parse(parsed.GetValue(Transactions) ?? "") ?? TimeSpan.FromMinutes(5);
        return Drifts
            .Of(input, SystemReading.Of(session, input))
            .And(
                new DatabaseReading(session, limit).Of(project, input.Observed, DeclaredHistory.Of(target.Deployment, target.Root, project))
            );
    }

    private static string? Name(DeploySession session) => session.Host.IsHere ? null : session.Host.Name;

    /// <summary>A difference is certain, whatever else could not be asked.</summary>
    private static int Code(Verification verification) =>
        verification.Drifts.Count > 0 ? ExitCode.Findings
        : verification.IsIncomplete ? ExitCode.Incomplete
        : ExitCode.Fit;

    private static int Worst(int one, int other) =>
        one == ExitCode.Findings || other == ExitCode.Findings ? ExitCode.Findings : Math.Max(one, other);

    private static void Write(Verification verification)
    {
        foreach (var drift in verification.Drifts)
        {
            Console.Out.WriteLine(Quote.Text($"{drift.Service}: {drift.Text}."));
        }

        foreach (var question in verification.Open)
        {
            if (question.IsFault)
            {
                Console.Error.WriteLine(Quote.Text($"seaworthy: {question.Text}."));
            }
            else
            {
                Console.Out.WriteLine(Quote.Text($"not compared: {question.Text}."));
            }
        }
    }
}
