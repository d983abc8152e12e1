using System.CommandLine;
using Seaworthy.Deploying.Ledger;
using Seaworthy.Deploying.Running.Hosts;
using Seaworthy.Engine.Reporting;

namespace Seaworthy.Cli.Deploying;

/// <summary><c>seaworthy audit-log</c>: the ledger, line by line.</summary>
internal static class AuditLogCommand
{
    private static readonly DeployArguments Arguments = new();

    public static Command Create()
    {
        Command command = new("audit-log", "Print who did what, and when.");
        Arguments.AddTo(command);
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (Arguments.Cluster(parsed) is not null)
        {
            return new ClusterLook(Arguments).Run(
                parsed,
                session =>
                {
                    Write(session.Ledger.Read());
                    return ExitCode.Fit;
                }
            );
        }

        using var opened = Arguments.Open(parsed);
        if (opened is null)
        {
            return ExitCode.Usage;
        }

        var project = Arguments.ProjectName(parsed, opened);
        return Arguments.Looks(parsed).Run(host => Show(parsed, host, project));
    }

    private static int Show(ParseResult parsed, IHost host, string project)
    {
        // Secrets are read of projects too that nothing deploys here.
        if (Arguments.Ledger(parsed, host, project).Read() is { Entries.Count: > 0 } history)
        {
            Write(history);
            return ExitCode.Fit;
        }

        return Arguments.Target(parsed) is null ? ExitCode.Usage : ExitCode.Fit;
    }

    private static void Write(History history)
    {
        foreach (var entry in history.Entries)
        {
            Console.Out.WriteLine(
                Quote
                    .Text(
                        $"{ProgressWriter.Time(entry.At)}  {entry.By}  {entry.Release, 4}  {entry.Event, -11} {entry.Step, -20} {entry.Detail}"
                    )
                    .TrimEnd()
            );
        }
    }
}
