using System.CommandLine;
using Seaworthy.Deploying.Running;
using Seaworthy.Deploying.Verifying;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy verify</c>: what runs, held against what is declared.</summary>
internal static class VerifyCommand
{
    public const string Lesson = """
        Compared are images, definitions and values, ports that are listened on, health, restarts, names of variables (never values),
        mounts, networks, replicas, whom the proxy reaches, and until when its certificates last. Nothing is changed.

        Exit codes:
          0  everything runs as it is declared
          1  something does not
        """;

    private static readonly DeployArguments Arguments = new();

    private static readonly SecretsArguments Secrets = new();

    public static Command Create()
    {
        Command command = new("verify", "Compare what runs with what is declared.");
        Arguments.AddTo(command);
        Secrets.AddTo(command);
        command.SetAction(parsed => Arguments.Look(parsed, Run, Secrets));
        return command;
    }

    private static int Run(DeploySession session, DeployTarget target)
    {
        if (!DeployArguments.IsReachable(session))
        {
            return ExitCode.Incomplete;
        }

        target.NoteReads(session);
        var prepared = session.Prepare(target.Rendered.Project, new DeployRequest { IsDryRun = true, TakesRunningImages = true });
        var system = SystemReading.Of(session.Host, prepared.Input.Observed, session.Traffic) with
        {
            Certificates = session.Certificates.Served(prepared.Input.Proxy.CertifiedHosts),
        };
        var drifts = Drifts.Of(prepared.Input, system);
        foreach (var drift in drifts)
        {
            Console.Out.WriteLine(Quote.Text($"{drift.Service}: {drift.Text}."));
        }

        if (drifts.Count == 0)
        {
            Console.Out.WriteLine($"{session.Project} runs as it is declared.");
        }

        return drifts.Count == 0 ? ExitCode.Fit : ExitCode.Findings;
    }
}
